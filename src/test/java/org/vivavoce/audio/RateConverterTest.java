package org.vivavoce.audio;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vivavoce.audio.testing.Correlation;
import org.vivavoce.audio.testing.Loudness;
import org.vivavoce.audio.testing.Tones;
import org.vivavoce.audio.testing.WaveFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RateConverterTest {

    @ParameterizedTest
    @CsvSource({"48000,16000", "44100,16000", "24000,48000", "24000,44100", "22050,24000", "8000,24000", "96000,16000"})
    void soundKeepsItsLengthLevelAndShapeWhenItComesInSmallPieces(int from, int to) {
        WaveFile voice = Tones.voice(from, 140, -20, Duration.ofSeconds(2));
        RateConverter converter = new RateConverter(from, to);
        SampleQueue out = new SampleQueue();
        int piece = from / 100;
        for (int at = 0; at < voice.samples().length; at += piece) {
            short[] ready = converter.convert(voice.samples(), at, Math.min(piece, voice.samples().length - at));
            out.add(ready, 0, ready.length);
        }
        short[] rest = converter.finish();
        out.add(rest, 0, rest.length);

        WaveFile converted = new WaveFile(out.takeAll(), to);
        assertEquals(2.0, converted.samples().length / (double) to, 0.005);
        assertEquals(Loudness.dbfs(voice), Loudness.dbfs(converted), 0.3);
        Correlation correlation = Correlation.of(voice, converted);
        assertTrue(correlation.coefficient() > 0.98, () -> "likeness " + correlation);
        assertTrue(correlation.lag().abs().compareTo(Duration.ofMillis(2)) <= 0, () -> "late by " + correlation.lag());
    }

    @Test
    void whatIsAboveTheNewRatesHalfIsTakenOut() {
        WaveFile high = Tones.sine(48_000, 11_000, -12, Duration.ofSeconds(1));
        RateConverter converter = new RateConverter(48_000, 16_000);

        WaveFile out = new WaveFile(converter.convert(high.samples(), 0, high.samples().length), 16_000);

        assertTrue(Loudness.dbfs(out) < -60, () -> "left over: " + Loudness.dbfs(out));
    }

    @Test
    void everyStreamBeginsAnewWhateverOtherStreamsOfTheSameRatesHold() {
        short[] voice = Tones.voice(24_000, 140, -20, Duration.ofMillis(100)).samples();
        short[] loud = Tones.voice(24_000, 90, -3, Duration.ofMillis(100)).samples();
        RateConverter first = new RateConverter(24_000, 48_000);
        short[] begun = first.convert(voice, 0, voice.length);
        RateConverter other = new RateConverter(24_000, 48_000);
        other.convert(loud, 0, loud.length);
        short[] rest = first.finish();

        assertArrayEquals(begun, new RateConverter(24_000, 48_000).convert(voice, 0, voice.length));
        assertArrayEquals(begun, first.convert(voice, 0, voice.length));
        assertArrayEquals(rest, first.finish());
    }

    @Test
    void theSameRatePassesUntouched() {
        short[] samples = {1, -2, 300, Short.MIN_VALUE, Short.MAX_VALUE};
        RateConverter converter = new RateConverter(24_000, 24_000);

        assertTrue(Arrays.equals(samples, converter.convert(samples, 0, samples.length)));
        assertEquals(0, converter.finish().length);
    }
}
