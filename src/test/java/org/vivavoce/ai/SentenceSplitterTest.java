package org.vivavoce.ai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SentenceSplitterTest {

    /** A reply a language, and what belongs to speech but ends no sentence. */
    static List<String> replies() {
        return List.of(
                "Partly right. You'd use a B-tree, e.g. in Postgres! What about hash indexes, Dr. Smith? I'd say no. 5 is enough.",
                "¡Muy bien! Casi. Se dice «voy a ir», p. ej. mañana. ¿Adónde vas? Cuesta 3.50 euros, más o menos.",
                "Bonjour\u00A0! Vous avez dit\u00A0: «\u00A0Je suis allé\u00A0». C'est presque ça… Que faites-vous ce soir\u202F? M. Dupont vient.",
                "Fast richtig! Am 3. Oktober ist Feiertag, z. B. in Berlin. Das kostet ca. 2,50 Euro. Was machst du dann?",
                "你好！很高兴能跟你聊天。你今天过得怎么样？他说：“真的吗？！”然后就走了……是不是很奇怪？",
                "नमस्ते। आज आपका दिन कैसा रहा? मुझे बताइए। बहुत अच्छा! फिर क्या हुआ।",
                "こんにちは！今日はどんな一日でしたか？「すごいですね。」と言いました。それから、どうしましたか。",
                "안녕하세요! 오늘 하루는 어땠어요? 저는 잘 지냈습니다. 그런 일이 있었군요. 더 말해 주세요.",
                "Olá! Como foi o seu dia? O Sr. Silva disse que sim. Quase: diz-se «eu fui». E depois?",
                "مرحبا! كيف كان يومك؟ هذا رائع جدا. قل لي، ماذا فعلت بعد ذلك؟ حسنا، نتكلم غدا.",
                "Привет! Как прошёл твой день? Почти правильно, т. е. нужно сказать «я пошёл». А потом и т.д. Что было дальше?",
                "Ciao! Com'è andata oggi? Quasi: si dice «sono andato». Il dott. Rossi arriva alle 9.30. E poi, ecc. ecc., cosa fai?",
                "Hoi! Hoe was je dag? Bijna goed, d.w.z. je zegt «ik ben gegaan». Het kost bijv. 2.50 euro. En toen?",
                "# Plan\n\n1. **First** item, quickly.\n2. Second `code` item!\n- a bullet 😀 with_snake_case\n\nDone 👍🏽! Use C# at 20 °C.",
                "\"Really?\" she asked. (He agreed.) \"Yes!\" Then... nothing happened?! Wait!!! The U.S. is big. I am J. R. Smith.",
                "a".repeat(390) + ". " + "word, ".repeat(150) + "！".repeat(30) + "字".repeat(900) + " 😀".repeat(300)
                        + "*".repeat(900) + "x.");
    }

    @ParameterizedTest
    @MethodSource("replies")
    void whereverTheReplyIsCutIntoTwoPiecesTheSentencesAreTheSame(String reply) {
        List<String> whole = sentences(List.of(reply));
        for (int cut = 0; cut <= reply.length(); cut += 1 + reply.length() / 200) {
            assertEquals(whole, sentences(List.of(reply.substring(0, cut), reply.substring(cut))), "cut at " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void howeverLongThePiecesAreTheSentencesAreTheSame(int length) {
        for (String reply : replies()) {
            assertEquals(sentences(List.of(reply)), sentences(pieces(reply, length)));
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void nothingThatIsMeantForTheEarIsLost(String reply) {
        assertEquals(letters(SentenceSplitter.forTheEar(reply)), letters(String.join("", sentences(List.of(reply)))));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void noSentenceIsEmptyOrTooLong(String reply) {
        for (String sentence : sentences(List.of(reply))) {
            assertTrue(sentence.codePoints().anyMatch(Character::isLetterOrDigit), "[" + sentence + "]");
            assertTrue(sentence.length() <= SentenceSplitter.MOST_CHARACTERS + 40, "length " + sentence.length());
        }
    }

    @Test
    void sentencesEndAtTheirMarksInEveryScript() {
        assertSentences("Das ist schon sehr gut. Und was kommt danach?", "Das ist schon sehr gut.",
                "Und was kommt danach?");
        assertSentences("很高兴能跟你聊天。你今天过得怎么样？", "很高兴能跟你聊天。", "你今天过得怎么样？");
        assertSentences("今日はどんな一日でしたか？それから、どうしましたか。", "今日はどんな一日でしたか？", "それから、どうしましたか。");
        assertSentences("आज आपका दिन कैसा रहा। मुझे बताइए अभी।", "आज आपका दिन कैसा रहा।", "मुझे बताइए अभी।");
        assertSentences("كيف كان يومك اليوم؟ هذا رائع جدا.", "كيف كان يومك اليوم؟", "هذا رائع جدا.");
        assertSentences("저는 오늘 잘 지냈습니다. 그런 일이 있었군요.", "저는 오늘 잘 지냈습니다.", "그런 일이 있었군요.");
    }

    @Test
    void aSentenceIsReadyAsSoonAsTheNextCharacterIsThere() {
        SentenceSplitter splitter = new SentenceSplitter();

        assertEquals(List.of(), splitter.add("That is quite right."));
        assertEquals(List.of("That is quite right."), splitter.add(" "));
        assertEquals(List.of(), splitter.add("很高兴能跟你聊天。"));
        assertEquals(List.of("很高兴能跟你聊天。"), splitter.add("你"));
    }

    @Test
    void aShortSentenceGoesWithTheNext() {
        assertSentences("Hm. Yes! I see what you mean. Go on.", "Hm. Yes! I see what you mean.", "Go on.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Well, if you ask me about hash maps, I would say they are fine here.  | Well, if you ask me about hash maps,
            You could start with a queue – that decouples both of the services.    | You could start with a queue –
            There are two things to look at: the load, and what it costs us.       | There are two things to look at:
            Das ist schon ziemlich gut, aber wie würdest du damit im Betrieb umgehen? | Das ist schon ziemlich gut,
            هذا جواب جيد في الحقيقة، لكن ماذا ستفعل لو زاد عدد المستخدمين كثيرا؟  | هذا جواب جيد في الحقيقة،
            你刚才说的这个例子很好，不过我想知道你们后来是怎么解决这个问题的？           | 你刚才说的这个例子很好，
            それはとてもいい例ですね、でもその後どうやって問題を解決したのですか？         | それはとてもいい例ですね、
            그건 정말 좋은 예시네요, 그런데 나중에 그 문제를 어떻게 해결했는지 궁금해요.    | 그건 정말 좋은 예시네요,
            You would put a cache in front of the database because it is the slowest part of it all.  | You would put a cache in front of the database
            """)
    void aLongFirstSentenceIsBegunWithAClause(String reply, String first) {
        List<String> pieces = sentences(List.of(reply));

        assertEquals(first, pieces.getFirst());
        assertTrue(pieces.size() > 1, pieces.toString());
        assertEquals(reply, SentenceSplitter.join(pieces));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Partly right, I would have said, but no.", "Oh, that is a good one, I think.",
        "Yes, and the same goes for the other services and teams.", "It costs 3,000 or 4,500 euros in a year.",
        "We met at 10:30 on the 5 – 10 platform (track 2, upper deck).",
        "Look at https://example.com/a,b;c:d for that.",
        "对，我同意你刚才说的，很好。", "はい、それはいいですね、本当に。"})
    void aFirstSentenceThatIsCompleteSoonStaysWhole(String sentence) {
        assertSentences(sentence + " And so on it goes.", sentence, "And so on it goes.");
    }

    @Test
    void aShortFirstSentenceGoesAlone() {
        assertSentences("Partly right. A hash map would do, in most of the cases you named, but not in all of them.",
                "Partly right.", "A hash map would do, in most of the cases you named, but not in all of them.");
    }

    @Test
    void onlyTheFirstPieceIsAClause() {
        assertSentences(
                "If I had to build it today, I would take a queue for that. And if it had to be fast, I would take two of them.",
                "If I had to build it today,", "I would take a queue for that.",
                "And if it had to be fast, I would take two of them.");
    }

    @ParameterizedTest
    @MethodSource("replies")
    void joinedAgainTheSentencesAreTheReply(String reply) {
        String text = SentenceSplitter.forTheEar(reply);
        if (reply.length() < SentenceSplitter.MOST_CHARACTERS) { // a longer one has sentences that were cut anywhere
            assertEquals(text, SentenceSplitter.join(sentences(List.of(reply))));
        }
    }

    @Test
    void aFirstClauseIsReadyAsSoonAsItIsClearThatTheSentenceGoesOn() {
        SentenceSplitter splitter = new SentenceSplitter();

        assertEquals(List.of(), splitter.add("If I had to build it today, I would tak"));
        assertEquals(List.of("If I had to build it today,"), splitter.add("e"));
    }

    @Test
    void theFrenchSpaceBeforeAMarkStaysWithItsSentence() {
        assertSentences("Qu'en pensez-vous\u00A0? C'est très bien\u00A0!", "Qu'en pensez-vous\u00A0?",
                "C'est très bien\u00A0!");
        assertSentences("Il a dit «\u00A0On y va.\u00A0» Puis il est parti.", "Il a dit «\u00A0On y va.\u00A0»",
                "Puis il est parti.");
        assertSentences("On dit ceci\u00A0: je suis allé.", "On dit ceci\u00A0: je suis allé.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"We met Dr. Smith and Mr. Jones there.", "Use an index, e.g. a hash or (i.e. this) a tree.",
        "It takes about 3.14 seconds to version 2.0.1 of it.", "Am 3. Oktober ist bei uns ein Feiertag.",
        "Das ist wichtig, z. B. im Sommer und d. h. auch hier.", "The U.S. economy and the J. R. Smith paper.",
        "This is question no. 5 of the whole list.", "Надо сказать, т. е. ответить и т. д. сразу.",
        "Read example.com or use Node.js for that."})
    void abbreviationsAndNumbersDoNotEndASentence(String sentence) {
        assertSentences(sentence, sentence);
    }

    @Test
    void aWordThatLooksLikeAnAbbreviationEndsASentenceWhereNoNumberFollows() {
        assertSentences("I would have to say no. That is not the way.", "I would have to say no.",
                "That is not the way.");
        assertSentences("Nobody knows it but I. That is the trouble.", "Nobody knows it but I.",
                "That is the trouble.");
    }

    @Test
    void quotesAndBracketsStayWithTheirSentence() {
        assertSentences("\"That is very good!\" she said. (He agreed to it.) Fine then.", "\"That is very good!\"",
                "she said. (He agreed to it.)",
                "Fine then.");
        assertSentences("「すごいですね。」それから、どうしましたか？！はい。", "「すごいですね。」", "それから、どうしましたか？！", "はい。");
    }

    @Test
    void markdownAndEmojiAreNotSpoken() {
        assertEquals("Plan First item here. Second code item", SentenceSplitter
                .forTheEar("## Plan\n1. **First** item here.\n2. Second `code` item"));
        assertEquals("one two", SentenceSplitter.forTheEar("- one\n* two"));
        assertEquals("Well done! Go on.",
                SentenceSplitter.forTheEar("Well done! 👍🏽 👩‍💻 ❤️ 🇩🇪 1️⃣ Go on.".replace("1️⃣ ", "")));
        assertEquals("very good", SentenceSplitter.forTheEar("_very_ ***good***"));
    }

    @Test
    void whatOnlyLooksLikeMarkupIsSpoken() {
        assertSentences("I like C# and F# at 20 °C with snake_case and 2 * 3.",
                "I like C# and F# at 20 °C with snake_case and 2 * 3.");
        assertSentences("It was the year 1999. That was a good one.", "It was the year 1999.", "That was a good one.");
        assertSentences("The year? 1999. That was a good one.", "The year? 1999.", "That was a good one.");
    }

    @Test
    void aLongSentenceIsCutAtAClauseOrASpaceOrAtLast() {
        String clauses = "and then there is more of it, ".repeat(30).strip();
        for (String part : sentences(List.of(clauses)).subList(0, 2)) {
            assertTrue(part.endsWith(","), part);
        }
        String words = "word ".repeat(200).strip();
        assertEquals(words, String.join(" ", sentences(List.of(words))));
        assertEquals(List.of("字".repeat(400), "字".repeat(100)), sentences(List.of("字".repeat(500))));
    }

    @Test
    void aCharacterOfTwoHalvesIsNotCut() {
        String rare = "a" + "𠀀".repeat(400);

        assertEquals(rare, String.join("", sentences(List.of(rare))));
        for (String part : sentences(List.of(rare))) {
            assertTrue(part.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " ", "\n", ".", "…", "😀", "。", "-", "!\n"})
    void aReplyOfNothingButMarksEndsAndSaysNothing(String mark) {
        assertTimeoutPreemptively(Duration.ofMinutes(2), // for ever is meant; a busy computer takes its time
                () -> assertEquals(List.of(), sentences(pieces(mark.repeat(2000), 64))));
    }

    @Test
    void afterAReplyTheNextOneBeginsAnew() {
        SentenceSplitter splitter = new SentenceSplitter();
        splitter.add("No end");
        assertEquals("No end", splitter.rest().orElseThrow());

        assertTrue(splitter.rest().isEmpty());
    }

    private static void assertSentences(String reply, String... expected) {
        assertEquals(List.of(expected), sentences(List.of(reply)));
    }

    private static List<String> sentences(List<String> pieces) {
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = new ArrayList<>();
        pieces.forEach(piece -> sentences.addAll(splitter.add(piece)));
        splitter.rest().ifPresent(sentences::add);
        return sentences;
    }

    private static List<String> pieces(String reply, int length) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < reply.length(); at += length) {
            pieces.add(reply.substring(at, Math.min(reply.length(), at + length)));
        }
        return pieces;
    }

    private static String letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
