package org.vivavoce.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vivavoce.session.SessionEvent.Frame;
import org.vivavoce.session.SessionEvent.MicrophoneChanged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CaptureLoopTest {

    private final ScriptedSoundParts sound = new ScriptedSoundParts();
    private final ScriptedMicrophone microphone = new ScriptedMicrophone();
    private final ScriptedThreads threads = new ScriptedThreads();
    private final EventQueue events = new EventQueue();
    private volatile boolean full;
    private final CaptureLoop capture = new CaptureLoop(sound.parts(), () -> 1234, event -> {
        boolean taken = !full;
        if (taken) {
            events.accept(event);
        }
        return taken;
    });

    @AfterEach
    void close() throws InterruptedException {
        capture.close();
        threads.awaitAll();
    }

    @Test
    void eachFrameIsHandedOnInItsOwnArrayWithItsTime() throws InterruptedException {
        sound.addMicrophone(microphone);
        threads.start("capture", capture);
        assertEquals(new MicrophoneChanged(true, ""), events.next());
        microphone.hears(1);
        microphone.hears(2);
        Frame first = assertInstanceOf(Frame.class, events.next());
        Frame second = assertInstanceOf(Frame.class, events.next());

        assertEquals(1, first.samples()[0]);
        assertEquals(2, second.samples()[159]);
        assertEquals(1234, second.atMillis());
        assertEquals(0, capture.overruns());
    }

    @Test
    void framesThatNobodyTakesAreCounted() throws InterruptedException {
        sound.addMicrophone(microphone);
        threads.start("capture", capture);
        events.next();
        microphone.hears(1);
        events.next();
        full = true;
        microphone.hears(2);
        microphone.hears(3);
        while (capture.overruns() < 2) {
            Thread.onSpinWait();
        }
        full = false;
        microphone.hears(4);

        assertEquals(4, assertInstanceOf(Frame.class, events.next()).samples()[0]);
        assertEquals(2, capture.overruns());
    }

    @Test
    void aMissingMicrophoneIsToldOnceAndClosingEndsTheSearch() throws InterruptedException {
        threads.start("capture", capture);
        assertEquals(new MicrophoneChanged(false, "There is no microphone."), events.next());
        capture.close();
        threads.awaitAll();

        assertTrue(events.isEmpty());
    }

    @Test
    void aMicrophoneThatGoesIsTold() throws InterruptedException {
        sound.addMicrophone(microphone);
        threads.start("capture", capture);
        events.next();
        microphone.hears(1);
        microphone.goes();
        assertInstanceOf(Frame.class, events.next());

        assertEquals(new MicrophoneChanged(false, "The microphone has gone."), events.next());
    }
}
