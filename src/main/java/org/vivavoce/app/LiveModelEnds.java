package org.vivavoce.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.settings.SecretStore;
import org.vivavoce.settings.ServicePreset;
import org.vivavoce.ui.common.ModelEnds;

/**
 * Tells the window which models end, from the calendar. Thread-safe.
 *
 * @param background asks the keychain and the servers
 */
record LiveModelEnds(ModelCalendar calendar, SecretStore keys, Executor background) implements ModelEnds {

    @Override
    public void look(ServicePreset services, Consumer<List<ModelEnd>> told) {
        background.execute(() -> {
            if (calendar.isDismissed()) {
                told.accept(List.of());
                return;
            }
            List<ModelEnd> known = calendar.known(services);
            told.accept(known);
            List<ModelEnd> asked = calendar.asked(services, keys.key(services.key()));
            if (!asked.equals(known)) {
                told.accept(asked);
            }
        });
    }

    @Override
    public void dismiss() {
        background.execute(calendar::dismiss);
    }
}
