package org.vivavoce.notes;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NotesTest {

    private static final String FILLER = "He liked the garden, the weather and the long walks along the river with his dog, "
            + "which was old and slow and never in a hurry to get anywhere at all.";
    private static final String LONG = String.join("\n\n",
            "# Experience", "At Acme I led the payment team: three services, a queue between them, and a move from one "
                    + "PostgreSQL database to four without an hour of downtime.",
            FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER,
            "At Globex I wrote the search for eleven million recipes in Rust, and taught four colleagues how to profile it.",
            FILLER, FILLER);

    private static Notes notes(String text) {
        return new Notes(List.of(new Note("résumé.md", text)));
    }

    @Test
    void shortNotesAreToldWhole() {
        Notes notes = new Notes(List.of(new Note("a.txt", "Bridges."), new Note("b.txt", "Tunnels.\n\nDams.")));
        assertEquals("From a.txt:\nBridges.\n\nFrom b.txt:\nTunnels.\n\nDams.", notes.lookFor("anything"));
    }

    @Test
    void ofLongNotesOnlyWhatFitsIsTold() {
        String found = notes(LONG).lookFor("databases downtime");
        assertTrue(found.startsWith("From résumé.md:\n# Experience\nAt Acme I led the payment team"), found);
        assertFalse(found.contains("Globex"), found);
        assertFalse(found.contains("garden"), found);
        assertTrue(notes(LONG).lookFor("recipe search").contains("eleven million recipes"));
    }

    @Test
    void whereNothingFitsThatIsKnown() {
        assertEquals("", notes(LONG).lookFor("zebra"));
        assertEquals("", notes(LONG).lookFor(" "));
        assertEquals("résumé.md begins: # Experience", notes(LONG).beginnings());
    }

    @Test
    void noMoreIsToldThanIsReadInAMoment() {
        String found = notes(FILLER.concat("\n\n").repeat(200)).lookFor("garden river dog");
        assertTrue(found.length() <= Notes.MOST_TOLD + 1000, "characters: " + found.length());
        assertTrue(found.length() > Notes.MOST_TOLD / 2, "characters: " + found.length());
    }

    @Test
    void caseAndAccentsAndEndingsDoNotMatter() {
        String text = LONG
                + "\n\nDatenbanken für Straßenbrücken und Résumés waren seine Stärke seit dem Studium in Karlsruhe, "
                + "wie auch der Entwurf von Schnittstellen.";
        assertTrue(notes(text).lookFor("DATENBANK").contains("Karlsruhe"));
        assertTrue(notes(text).lookFor("resume").contains("Karlsruhe"));
    }

    @Test
    void scriptsWithoutSpacesAreSearchedToo() {
        String text = LONG + "\n\n東京で決済サービスの開発を五年間担当しました。" + "\n\n" + "서울에서 데이터베이스 팀을 이끌었습니다.";
        assertTrue(notes(text).lookFor("決済").contains("東京"));
        assertTrue(notes(text).lookFor("데이터베이스").contains("서울"));
    }

    @Test
    void aParagraphWithoutEndIsCutWhereItCanBe() {
        List<String> passages = Passages.of("word ".repeat(1000).strip());
        assertTrue(passages.stream().allMatch(each -> each.length() <= Passages.MOST_CHARACTERS), "too long");
        assertEquals("word ".repeat(1000).strip(), String.join(" ", passages));
        assertTrue(Passages.of("字".repeat(2000)).stream().allMatch(each -> each.length() <= Passages.MOST_CHARACTERS));
    }
}
