package org.vivavoce.practice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.practice.Wording.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The sentences of each language stand in {@code wording-xx.txt}: finished and unfinished answers, pleas for time, words to stop the
 * partner and nods, as recognisers write them.
 */
class WordingTest {

    private static final LanguageCatalog LANGUAGES = LanguageCatalog.builtIn();
    private static final double MOST_MISREAD = 0.05;

    private final Wording english = new Wording(LANGUAGES.english());

    static List<String> codes() {
        return LANGUAGES.languages().stream().map(Language::code).toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void whatIsSaidIsReadAsItIsMeant(String code) throws IOException {
        assertRead(code, new Wording(language(code)));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void itIsReadSoWhereEnglishMayBeSpokenToo(String code) throws IOException {
        assertRead(code, new Wording(List.of(language(code), LANGUAGES.english())));
        assertRead(code, new Wording(List.of(LANGUAGES.english(), language(code))));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void itIsReadSoWhereAnyLanguageMayBeSpoken(String code) throws IOException {
        assertRead(code, new Wording(LANGUAGES.languages()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void whatThePartnerSaysIsFinished(String code) {
        Wording wording = new Wording(language(code));
        Reactions reactions = Reactions.builtIn().find(code).orElseThrow();
        Stream<String> lines = QuestionCatalog.builtIn(LANGUAGES).language(code).orElseThrow().lines().stream()
                .map(LineBank.Line::text);
        Stream<String> said = Stream
                .of(lines, reactions.heard().stream(), reactions.read().stream(), reactions.goAhead().stream(),
                        Stream.of(language(code).greeting(), language(code).testSentence(),
                                language(code).didntCatch()))
                .flatMap(each -> each);

        assertEquals(List.of(), said.filter(text -> wording.read(text) != Reading.FINISHED).toList());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void thePartnerHasThreeShortPhrasesForWhileItThinks(String code) {
        List<String> phrases = language(code).thinkingAloud();

        assertEquals(3, phrases.size());
        phrases.forEach(phrase -> assertTrue(phrase.length() >= 8 && phrase.length() <= 30, phrase));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I worked on the payment service and   | UNFINISHED
            I worked on the payment service and.  | UNFINISHED
            I worked on the payment service,      | UNFINISHED
            I worked on the payment service…      | UNFINISHED
            I worked on the payment ser-          | UNFINISHED
            I worked on the payment service.      | FINISHED
            I worked on the payment service       | FINISHED
            I WORKED ON THE PAYMENT SERVICE AND   | UNFINISHED
            That's the team I worked with?        | FINISHED
            "Yes."                                | FINISHED
            It cost 3.50, I think.                | FINISHED
            Hmmmm                                 | UNFINISHED
            So it was, like,                      | UNFINISHED
            It was good, um.                      | UNFINISHED
            [BLANK_AUDIO]                         | NOTHING
            (coughs) ♪ la la ♪                    | NOTHING
            ' . … '                               | NOTHING
            (laughs) Yes, of course.              | FINISHED
            """)
    void whateverMarksARecogniserPutsTheWordsCount(String text, Reading reading) {
        assertEquals(reading, english.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | لِأَنَّ            | لان
            hi | मुझे ज़रा सोचने दीजिए | मुझे जरा सोचने दीजिए
            hi | हां                | हाँ
            ko | 기다려 주세요          | 기다려주세요
            ja | ｽﾄｯﾌﾟ！           | ストップ
            ja | えーーっと            | えーっと
            ru | ещё раз            | еще раз
            fr | c’est bon          | C'EST BON
            de | weiß nicht         | weiss nicht
            """)
    void spellingsThatMeanTheSameAreReadTheSame(String code, String one, String other) {
        Wording wording = new Wording(language(code));

        assertEquals(wording.read(one), wording.read(other));
        assertEquals(wording.isWaiting(one), wording.isWaiting(other));
        assertEquals(wording.isStop(one), wording.isStop(other));
        assertEquals(wording.isBackchannel(one), wording.isBackchannel(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wait, I have a question about the team.", "Let me think about the team you mean.",
        "I waited a second and then it worked.", "Stop words are removed first.", "Yes, I worked there for a year."})
    void aCueInsideASentenceIsNone(String text) {
        assertFalse(english.isWaiting(text));
        assertFalse(english.isStop(text));
        assertFalse(english.isBackchannel(text));
        assertEquals(Reading.FINISHED, english.read(text));
    }

    @Test
    void inSeveralLanguagesTheOneThatIsSpokenIsJudged() {
        Wording german = new Wording(List.of(language("de"), LANGUAGES.english()));

        assertEquals(Reading.FINISHED, german.read("Ich rufe dich nachher an."), "an English article");
        assertEquals(Reading.UNFINISHED, german.read("I would like to have an"));
        assertTrue(german.isWaiting("Let me think."));
        assertTrue(german.isStop("Halt!"));
        Wording japanese = new Wording(List.of(language("ja"), LANGUAGES.english()));
        assertEquals(Reading.UNFINISHED, japanese.read("KubernetesとDockerを"));
        assertEquals(Reading.UNFINISHED, japanese.read("We use Kubernetes and"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks for watching!", "Subtitles by the Amara.org community",
        "Please subscribe to my channel. Thanks for watching!",
        "I don't know. I don't know. I don't know. I don't know. I don't know. I don't know.",
        "the the the the the the the the the"})
    void whatRecognisersInventIsKnown(String text) {
        assertTrue(english.isGhost(text));
    }

    @Test
    void stuckRecognisersAreKnownInScriptsWithoutSpacesToo() {
        assertTrue(new Wording(language("ja")).isGhost("はい、".repeat(12)));
        assertTrue(new Wording(language("zh")).isGhost("谢谢大家".repeat(6)));
        assertTrue(new Wording(language("ja")).isGhost("ご視聴ありがとうございました。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No, no, no, no.", "Thank you.", "Yes, thanks for watching the demo with me.",
        "It is very, very, very good.", ""})
    void whatPeopleSayIsNoInvention(String text) {
        assertFalse(english.isGhost(text));
    }

    private static void assertRead(String code, Wording wording) throws IOException {
        List<String> misread = new ArrayList<>();
        List<String> lines = sentences(code);
        for (String line : lines) {
            String kind = line.substring(0, line.indexOf(' '));
            String text = line.substring(kind.length() + 1);
            if (!isReadAs(kind, text, wording)) {
                misread.add(line);
            }
        }
        assertTrue(misread.size() <= MOST_MISREAD * lines.size(), misread.toString());
        for (String kind : List.of("finished", "unfinished", "waiting")) {
            long least = kind.equals("waiting") ? 6 : 12;
            assertTrue(lines.stream().filter(line -> line.startsWith(kind + " ")).count() >= least);
        }
    }

    private static boolean isReadAs(String kind, String text, Wording wording) {
        return switch (kind) {
            case "finished" -> wording.read(text) == Reading.FINISHED;
            case "unfinished" -> wording.read(text) == Reading.UNFINISHED && wording.isUnfinished(text);
            case "waiting" -> wording.read(text) == Reading.WAITING && wording.isWaiting(text);
            case "stop" -> wording.isStop(text) && !wording.isBackchannel(text);
            case "backchannel" -> wording.isBackchannel(text) && !wording.isStop(text);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static List<String> sentences(String code) throws IOException {
        try (InputStream in = Objects
                .requireNonNull(WordingTest.class.getResourceAsStream("wording-" + code + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Language language(String code) {
        return LANGUAGES.find(code).orElseThrow();
    }
}
