package org.vivavoce.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MessageSearchTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Store store;

    @BeforeEach
    void open() {
        store = Kept.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<FoundMessage> find(String text) throws StoreException {
        return new MessageSearch(store).find(text, SessionQuery.ALL, 10);
    }

    /** The marked places of what was found, in brackets. */
    private String marked(String text) throws StoreException {
        return find(text).stream().map(FoundMessage::snippet).map(MessageSearchTest::inBrackets)
                .collect(Collectors.joining(" / "));
    }

    private static String inBrackets(Snippet snippet) {
        StringBuilder text = new StringBuilder(snippet.text());
        for (Snippet.Mark mark : snippet.marks().reversed()) {
            text.insert(mark.end(), ']').insert(mark.begin(), '[');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deadlock          | Explain a [deadlock].
            DEAD              | Explain a [deadlock].
            a explain         | [Explain] [a] deadlock.
            lock              | ''
            cafe              | Der [Café]-Besuch in der großen Straße
            CAFÉ-BESUCH       | Der [Café-Besuch] in der großen Straße
            groß              | Der Café-Besuch in der [großen] Straße
            senora            | ¿Y la [señora]?
            ele               | [Éléonore]
            हिन्दी            | मैं [हिन्दी] सीखता हूँ
            हि                | मैं [हिन्दी] सीखता हूँ
            हन                | ''
            الطاولة           | الكتاب على [الطاولة]
            猫                | 我的[猫]在桌子上
            桌子              | 我的猫在[桌子]上
            在桌子上          | 我的猫[在桌子上]
            桌 猫             | 我的[猫]在[桌]子上
            ねこ              | 黒い[ねこ]が[ねこ]と寝る
            ジャ              | [ジャ]バのGCを説明してください
            gcを              | ジャバの[GCを]説明してください
            학교              | 나는 [학교]에 간다
            100%              | It was [100]% sure, not [100]
            %                 | It was 100[%] sure, not 100
            _                 | ''
            \\                | ''
            "quo              | ''
            """)
    void wordsAreFoundInEachLanguage(String searched, String marked) throws StoreException {
        int number = 0;
        for (String text : List.of("Explain a deadlock.", "Der Café-Besuch in der großen Straße", "¿Y la señora?",
                "Éléonore", "मैं हिन्दी सीखता हूँ", "الكتاب على الطاولة", "我的猫在桌子上", "黒いねこがねこと寝る",
                "ジャバのGCを説明してください", "나는 학교에 간다", "It was 100% sure, not 100")) {
            Kept.keep(store, Kept.session(number++), text);
        }

        assertEquals(marked, marked(searched));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a\"b", "NEAR(", "a AND", "NOT", "col:x", "-x", "^", "*", "(", "\u0000", "  ",
            "'; --"})
    void whateverIsTypedIsSearchedForAndNoExpression(String searched) throws StoreException {
        Kept.keep(store, Kept.session(1), "Zilch of that kind.");

        assertEquals(List.of(), find(searched));
    }

    @Test
    void theNewestSessionComesFirstAndWithinOneWhatWasSaidFirst() throws StoreException {
        Kept.keep(store, Kept.session(3), "A lock.");
        Kept.keep(store, Kept.session(9), "No.", "Another lock.", "Locks!");
        Kept.keep(store, Kept.session(5), "Which lock?");

        List<FoundMessage> found = find("lock");

        assertEquals(List.of(Kept.id(9), Kept.id(9), Kept.id(5), Kept.id(3)),
                found.stream().map(each -> each.session().id()).toList());
        FoundMessage first = found.getFirst();
        assertEquals(List.of(1, Role.PARTNER, Duration.ofSeconds(1), 3),
                List.of(first.position(), first.role(), first.saidAt(), first.session().messages()));
        assertEquals(List.of(new Snippet.Mark(8, 12)), first.snippet().marks());
        assertEquals(2, new MessageSearch(store).find("lock", SessionQuery.ALL, 2).size());
    }

    @Test
    void directionsAreNotFound() throws StoreException {
        new Sessions(store).add(
                Kept.whole(Kept.session(1), List.of(Message.direction("Ask gently."), Message.direction("猫"))));

        assertEquals(List.of(), find("gently"));
        assertEquals(List.of(), find("猫"));
        assertEquals(0, new Sessions(store).count(SessionQuery.ALL.saying("gently")));
    }

    @Test
    void onlyTheSessionsThatAreAskedForAreSearched() throws StoreException {
        Kept.keep(store, Kept.session(1), "A lock.");
        Kept.keep(store, new NewSession(Kept.id(2), "interview", "Interview", "", Kept.START), "A lock.");

        List<FoundMessage> found = new MessageSearch(store).find("lock", SessionQuery.ALL.ofMode("interview"), 10);

        assertEquals(List.of(Kept.id(2)), found.stream().map(each -> each.session().id()).toList());
    }

    @Test
    void ofALongMessageAPieceIsShown() throws StoreException {
        String words = "and so on and so forth ".repeat(30);
        Kept.keep(store, Kept.session(1), words + "the needle " + words);
        Kept.keep(store, Kept.session(0), "他说" + "的话很长".repeat(80) + "针" + "的话很长".repeat(80));

        for (String searched : List.of("needle", "针")) {
            Snippet snippet = find(searched).getFirst().snippet();
            assertTrue(snippet.text().length() <= 170, searched);
            assertTrue(snippet.cutBefore() && snippet.cutAfter());
            Snippet.Mark mark = snippet.marks().getFirst();
            assertEquals(searched, snippet.text().substring(mark.begin(), mark.end()));
        }
        assertFalse(find("and").getFirst().snippet().cutBefore());
        assertTrue(find("and").getFirst().snippet().text().startsWith("and so"));
    }

    @Test
    void whatIsShownHoldsWhatWasFoundHoweverLongItIs() throws StoreException {
        Kept.keep(store, Kept.session(1), "x".repeat(50) + " " + "y".repeat(500) + " z");

        Snippet snippet = find("y").getFirst().snippet();

        assertEquals("y".repeat(500), snippet.text().substring(snippet.marks().getFirst().begin(),
                snippet.marks().getFirst().end()));
    }
}
