package org.vivavoce.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.app.Foundation;
import org.vivavoce.cli.TalkChoice.WrongUsageException;
import org.vivavoce.settings.ServiceAddress;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;

/**
 * Which services the options ask for. A value.
 *
 * @param service  the name of a preset; null as set
 * @param baseUrl  the address of a server for all three; null as set
 * @param inClear  whether that may be on another computer without encryption
 * @param failOver whether the built-in partner goes on where they stay away
 */
record ServiceChoice(@Nullable String service, @Nullable String baseUrl, boolean inClear, boolean failOver) {

    /** The settings with these services in them. */
    Settings in(Settings settings, Foundation foundation) throws WrongUsageException {
        String url = baseUrl;
        Settings.ServiceSettings services = settings.service();
        if (service != null) {
            if (foundation.presets().byId(service).isEmpty()) {
                throw new WrongUsageException("There is no service \"" + service + "\": choose "
                        + String.join(", ", foundation.presets().all().stream().map(ServicePreset::id).toList())
                        + ".");
            }
            services = services.withPreset(service);
        }
        if (url != null) {
            services = at(url, services);
        }
        return settings.withService(failOver ? services.withFailOver(true) : services);
    }

    private Settings.ServiceSettings at(String url, Settings.ServiceSettings services) throws WrongUsageException {
        requireWebAddress(url);
        String preset = service != null
                ? service
                : services.preset().isEmpty() ? ServicePresets.OPENAI : services.preset();
        Settings.Endpoints own = services.ownOf(preset);
        Settings.ServiceSettings there = services.withPreset(preset).withOwn(preset,
                new Settings.Endpoints(own.speechToText().withBaseUrl(url), own.chat().withBaseUrl(url),
                        own.speech().withBaseUrl(url)));
        Optional<String> host = new ServiceAddress(url).hostInClear();
        return inClear && host.isPresent() ? there.withInClear(host.get(), true) : there;
    }

    private static void requireWebAddress(String url) throws WrongUsageException {
        try {
            URI address = URI.create(url);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("--base-url must be an address such as http://localhost:8000/v1.");
        }
        throw new WrongUsageException("--base-url must be an address such as http://localhost:8000/v1.");
    }
}
