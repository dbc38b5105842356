package org.vivavoce.audio;

import java.util.List;

/** The sound devices of this computer. Thread-safe; asks the system anew at each call, so that plugging is noticed. */
public interface SoundSystem {

    /** The name that stands for the system's default device. */
    String DEFAULT_DEVICE = "";

    /** Names of the microphones there are now, without the default's; empty where there is no sound system. */
    List<String> microphones();

    /** Names of the loudspeakers there are now, without the default's; empty where there is no sound system. */
    List<String> loudspeakers();

    /**
     * Opens a microphone.
     *
     * @param device a name of {@link #microphones()}, {@link #DEFAULT_DEVICE}, or a path ending in {@code .wav} that is played in
     *               real time instead (silence follows its end)
     */
    Microphone openMicrophone(String device) throws AudioDeviceException;

    /**
     * Opens a loudspeaker.
     *
     * @param device a name of {@link #loudspeakers()}, {@link #DEFAULT_DEVICE}, or a path ending in {@code .wav} that is written in
     *               real time instead
     */
    Loudspeaker openLoudspeaker(String device) throws AudioDeviceException;
}
