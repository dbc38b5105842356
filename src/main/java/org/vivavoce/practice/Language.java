package org.vivavoce.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/**
 * A language that can be practised, with what turn-taking must know of it. Read from {@code assets/languages}.
 *
 * @param code              ISO 639-1
 * @param name              in English
 * @param nativeName        in itself
 * @param direction         {@code ltr} or {@code rtl}
 * @param espeakVoice       name of the espeak-ng voice
 * @param wordsPerMinute    usual pace of conversation
 * @param greeting          the partner's opening line
 * @param testSentence      a sentence of 12–16 words for sound tests
 * @param fillers           sounds of hesitation
 * @param waitingPhrases    said to ask for time
 * @param stopPhrases       said over the partner to stop it
 * @param backchannels      said without wanting the floor
 * @param softeners         words that may stand around a phrase and change nothing ("please")
 * @param thinkingAloud     what the partner says while it thinks
 * @param endings           how unfinished sentences end
 * @param ghostPhrases      what recognisers invent on silence
 * @param skipPhrases       said to go on to something else
 * @param repeatPhrases     said to hear it again
 * @param slowerPhrases     said to hear it more slowly
 * @param dontKnowPhrases   said to give up on a question
 * @param didntCatch        the partner asks to say it again
 * @param offlineHeard      the built-in partner tells what it measured ({@code {seconds}}, {@code {pauses}})
 * @param offlineShort      a shorter variant ({@code {seconds}})
 * @param offlineTakesOver  the built-in partner tells that it goes on in place of a service that does not answer
 */
public record Language(@JsonProperty(required = true) String code, @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String nativeName, String direction,
        @JsonProperty(required = true) String espeakVoice,
        int wordsPerMinute, @JsonProperty(required = true) String greeting,
        @JsonProperty(required = true) String testSentence,
        List<String> fillers, List<String> waitingPhrases, List<String> stopPhrases, List<String> backchannels,
        List<String> softeners, List<String> thinkingAloud, Endings endings, List<String> ghostPhrases,
        List<String> skipPhrases, List<String> repeatPhrases,
        List<String> slowerPhrases, List<String> dontKnowPhrases, @JsonProperty(required = true) String didntCatch,
        @JsonProperty(required = true) String offlineHeard, @JsonProperty(required = true) String offlineShort,
        @JsonProperty(required = true) String offlineTakesOver) {

    /** Everything in the language itself, as evidence of how it is written and which words it has. */
    List<String> texts() {
        return Stream
                .of(List.of(greeting, testSentence, didntCatch, offlineHeard, offlineShort, offlineTakesOver), fillers,
                        waitingPhrases, stopPhrases, backchannels,
                        softeners, thinkingAloud, endings.never(), endings.seldom(), endings.open(), endings.complete(),
                        endings.openers(), skipPhrases, repeatPhrases, slowerPhrases, dontKnowPhrases)
                .flatMap(List::stream)
                .toList();
    }
}
