package org.vivavoce.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.Stage;
import org.vivavoce.ai.VoiceListener;
import org.vivavoce.openai.OpenAiServices;
import org.vivavoce.openai.ServerMemory;
import org.vivavoce.openai.ServiceEndpoint;
import org.vivavoce.openai.VoiceList;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.Mode;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.settings.Settings;

/** Makes the three services of a preset. Thread-safe. */
public final class ServiceMaker {

    /** A server of one's own may load a model for minutes when it is first asked. */
    private static final Duration LOADING = Duration.ofMinutes(5);

    private final Foundation foundation;
    private final Executor background;
    private final OfflinePartner partner;
    private final RememberedServers memory;

    ServiceMaker(Foundation foundation, Executor background, OfflinePartner partner) {
        this.foundation = foundation;
        this.background = background;
        this.partner = partner;
        this.memory = new RememberedServers(foundation.servers());
    }

    /**
     * Which services are to be made.
     *
     * @param preset   where they are
     * @param keys     with which keys
     * @param inClear  hosts to which the user lets the program talk without encryption
     * @param mode     fills in the models' names
     * @param language fills in the models' names
     */
    public record Order(ServicePreset preset, ServiceKeys keys, Set<String> inClear, Mode mode, Language language) {}

    /** For a conversation; what is learned of the servers is remembered. */
    OpenAiServices make(Order order, VoiceListener listener) {
        List<ServiceEndpoint> endpoints = Arrays.stream(Stage.values()).map(stage -> endpoint(order, stage)).toList();
        return order.preset().ownServers()
                ? OpenAiServices.patient(endpoints, background, LOADING, listener, memory)
                : new OpenAiServices(endpoints, background, listener, memory);
    }

    /**
     * To be tried: what was learned of the servers is forgotten first and learned anew.
     *
     * @param listener is told where the voice does otherwise than it was asked
     */
    OpenAiServices trial(Order order, VoiceListener listener) {
        for (Stage stage : Stage.values()) {
            memory.forget(ServerMemory.Service.of(endpoint(order, stage), stage));
        }
        return make(order, listener);
    }

    /** The voices that the server of the voice lists. Blocks. */
    List<String> voices(Order order, Cancellation cancellation) {
        return new VoiceList(endpoint(order, Stage.SPEECH), background).names(cancellation);
    }

    private ServiceEndpoint endpoint(Order order, Stage stage) {
        Settings.Endpoint endpoint = ServiceParts.of(order.preset(), stage);
        String model = ServiceParts.model(endpoint, order.mode(), order.language());
        if (!endpoint.baseUrl().isEmpty()) {
            return new ServiceEndpoint(endpoint.baseUrl(), order.keys().of(stage).orElse(""), model,
                    foundation.models().abilitiesOf(model), endpoint.voice(),
                    endpoint.address().hostInClear().filter(order.inClear()::contains).isPresent());
        }
        try {
            return new ServiceEndpoint(partner.url(), "", model);
        } catch (IOException e) {
            throw new StartingConversation.CannotStartException(
                    "the built-in partner found no free port on this computer; close other programs or choose another service.",
                    e);
        }
    }
}
