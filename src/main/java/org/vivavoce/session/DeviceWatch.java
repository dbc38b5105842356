package org.vivavoce.session;

import org.vivavoce.session.ConversationEvent.DevicesChanged;
import org.vivavoce.session.ConversationEvent.Help;

/** Knows which devices are there and tells when one is missing, with what still works. Used by the {@code session} thread. */
final class DeviceWatch {

    private final ConversationListener listener;
    private final Troubles troubles;
    private final TraceLine trace;
    private boolean microphoneKnown;
    private boolean loudspeakerKnown;
    private boolean microphoneThere;
    private boolean loudspeakerThere;

    DeviceWatch(ConversationListener listener, Troubles troubles, TraceLine trace) {
        this.listener = listener;
        this.troubles = troubles;
        this.trace = trace;
    }

    /** Whether both have been looked for. */
    boolean areKnown() {
        return microphoneKnown && loudspeakerKnown;
    }

    void microphone(SessionEvent.MicrophoneChanged change) {
        microphoneKnown = true;
        microphoneThere = change.there();
        trace.event("microphone", "there", change.there());
        tell(Troubles.Source.MICROPHONE, change.there(), change.sentence() + " You can type meanwhile.");
    }

    void loudspeaker(SessionEvent.LoudspeakerChanged change) {
        loudspeakerKnown = true;
        loudspeakerThere = change.there();
        trace.event("loudspeaker", "there", change.there());
        tell(Troubles.Source.LOUDSPEAKER, change.there(), change.sentence() + " Replies are shown as text meanwhile.");
    }

    private void tell(Troubles.Source source, boolean there, String sentence) {
        if (there) {
            troubles.over(source);
        } else {
            troubles.tell(source, sentence, Help.SOUND_SETTINGS);
        }
        listener.on(new DevicesChanged(microphoneThere, loudspeakerThere));
    }
}
