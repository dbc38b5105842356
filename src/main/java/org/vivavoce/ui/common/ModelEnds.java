package org.vivavoce.ui.common;

import java.util.List;
import java.util.function.Consumer;
import org.vivavoce.models.ModelEnd;
import org.vivavoce.settings.ServicePreset;

/** Tells which models end soon. Any thread; returns at once. */
public interface ModelEnds {

    /**
     * Looks which models end, unless the user wants to hear no more of it today.
     *
     * @param services with the user's own addresses and models in them
     * @param told     is told on any thread: at once what is known, and again where a server says otherwise
     */
    void look(ServicePreset services, Consumer<List<ModelEnd>> told);

    /** The user wants to hear no more of it today. */
    void dismiss();
}
