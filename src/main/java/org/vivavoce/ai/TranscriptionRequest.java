package org.vivavoce.ai;

import java.util.Optional;
import org.vivavoce.audio.EncodedAudio;

/**
 * One utterance to transcribe.
 *
 * @param audio        the utterance as a file (16 kHz mono WAV or Ogg/Opus)
 * @param languageCode ISO 639-1 code of the language that is spoken, empty to let the service find out
 * @param prompt       text that came before, a help for the recogniser; empty for none
 */
public record TranscriptionRequest(EncodedAudio audio, Optional<String> languageCode, String prompt) {}
