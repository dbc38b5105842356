package org.vivavoce.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.Wording;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeliveryTest {

    @Test
    void whatIsPrintedIsReadAgain() {
        Delivery delivery = new Delivery(12.4, 9.8, 3, 1.1, -24);
        assertEquals(
                "[spoken words, which the built-in partner does not understand: 12.4 s, 9.8 s voiced, 3 pauses, longest 1.1 s, -24 dBFS]",
                delivery.print());
        assertEquals(Optional.of(delivery), Delivery.parse("[INTERRUPTED] " + delivery.print()));
        assertEquals(Optional.of(new Delivery(2, 2, 1, 0.5, -9)),
                Delivery.parse(new Delivery(2, 2, 1, 0.5, -9).print()));
    }

    @Test
    void itIsNotTakenForASoundThatIsToldOf() {
        Wording english = new Wording(LanguageCatalog.builtIn().english());
        assertEquals(Wording.Reading.FINISHED, english.read(new Delivery(0.4, 0.4, 0, 0, -9).print()));
        assertEquals(Wording.Reading.NOTHING, english.read("[coughs]"));
    }

    @Test
    void thePiecesOfALongUtteranceAreOneDelivery() {
        String text = new Delivery(25, 20, 2, 1.0, -20).print() + " " + new Delivery(5, 4, 1, 0.6, -20).print();
        assertEquals(Optional.of(new Delivery(30, 24, 3, 1.0, -20)), Delivery.parse(text));
        assertEquals("and this", Delivery.without(text + " and this"));
    }

    @Test
    void typedTextIsNoDelivery() {
        assertEquals(Optional.empty(), Delivery.parse("I spoke for 12.4 s [sic]"));
        assertEquals(Optional.empty(),
                Delivery.parse("[spoken words, which the built-in partner does not understand: 99999999.1 s]"));
    }

    @Test
    void voiceAndPausesAreMeasured() throws Exception {
        TestSound sound = new TestSound().silence(0.5).voice(2, -24).silence(1.2).voice(3, -24).silence(0.3)
                .voice(1, -24)
                .silence(0.6).voice(1, -24).silence(1);
        Delivery delivery = measure(sound.wav()).orElseThrow();
        assertEquals(9.1, delivery.seconds(), 0.11);
        assertEquals(7.0, delivery.voicedSeconds(), 0.3);
        assertEquals(2, delivery.pauses());
        assertEquals(1.2, delivery.longestSeconds(), 0.11);
        assertEquals(-24, delivery.dbfs(), 2);
    }

    @Test
    void aSoftVoiceCountsAsWell() throws Exception {
        Delivery delivery = measure(new TestSound().silence(0.5).voice(2, -45).silence(0.5).wav()).orElseThrow();
        assertEquals(2, delivery.seconds(), 0.11);
        assertEquals(-45, delivery.dbfs(), 2);
    }

    @Test
    void speechWithoutAnySilenceCountsAsWell() throws Exception {
        assertEquals(3, measure(new TestSound().voice(3, -20).wav()).orElseThrow().seconds(), 0.11);
    }

    @Test
    void silenceAndCoughsAreNothing() throws Exception {
        assertTrue(measure(new TestSound().silence(3).wav()).isEmpty());
        assertTrue(measure(new TestSound().silence(1).voice(0.12, -20).silence(1).wav()).isEmpty());
        assertTrue(measure(new TestSound().wav()).isEmpty());
        assertTrue(measure(TestSound.wav(new byte[32_000], TestSound.RATE, 1, 16, 32_000)).isEmpty());
    }

    @Test
    void sizesInTheHeaderAreNotTrusted() throws Exception {
        byte[] pcm = new byte[64_000];
        byte[] whole = new TestSound().silence(0.5).voice(1.5, -20).wav();
        System.arraycopy(whole, 44, pcm, 0, pcm.length);
        for (int size : new int[]{0, -1, 0x7FFFF000}) {
            assertEquals(1.5, measure(TestSound.wav(pcm, TestSound.RATE, 1, 16, size)).orElseThrow().seconds(), 0.11);
        }
    }

    @Test
    void otherFilesAreRefused() {
        assertThrows(WavStream.NotWavException.class, () -> measure(new byte[0]));
        assertThrows(WavStream.NotWavException.class,
                () -> measure("OggS and so on, for long enough".getBytes(US_ASCII)));
        assertThrows(WavStream.NotWavException.class, () -> measure(TestSound.wav(new byte[10], 16_000, 1, 8, 10)));
        assertThrows(WavStream.NotWavException.class, () -> measure(TestSound.wav(new byte[10], 16_000, 0, 16, 10)));
    }

    private static Optional<Delivery> measure(byte[] wav) throws IOException, WavStream.NotWavException {
        return DeliveryMeter.measure(new WavStream(new ByteArrayInputStream(wav)));
    }
}
