package org.vivavoce.practice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the program itself can ask: interview questions by topic, and lines for free chat and for each language. Immutable; any
 * thread.
 */
public final class QuestionCatalog {

    private static final List<String> TOPICS = List.of("system-design", "coding", "behaviour", "cloud-devops",
            "databases");

    private final List<QuestionBank> interview;
    private final LineBank chat;
    private final Map<String, LineBank> languages;

    private QuestionCatalog(List<QuestionBank> interview, LineBank chat, Map<String, LineBank> languages) {
        this.interview = List.copyOf(interview);
        this.chat = chat;
        this.languages = languages;
    }

    /**
     * Reads the questions that come with the program.
     *
     * @param catalog the languages to read lines for
     * @throws IllegalStateException when the program was packed with a bad file
     */
    public static QuestionCatalog builtIn(LanguageCatalog catalog) {
        try {
            List<QuestionBank> interview = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (String topic : TOPICS) {
                String file = "questions/interview-" + topic + ".toml";
                interview.add(parseQuestions(file, Assets.text(file), ids));
            }
            Map<String, LineBank> languages = new LinkedHashMap<>();
            for (Language language : catalog.languages()) {
                String file = "questions/conversation-" + language.code() + ".toml";
                languages.put(language.code(), parseLines(file, Assets.text(file)));
            }
            LineBank chat = parseLines("questions/chat.toml", Assets.text("questions/chat.toml"));
            return new QuestionCatalog(interview, chat, languages);
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }

    /** The banks of interview questions, one a topic. */
    public List<QuestionBank> interview() {
        return interview;
    }

    /** Lines of free chat, in English. */
    public LineBank chat() {
        return chat;
    }

    /** Lines for practising a language. */
    public Optional<LineBank> language(String code) {
        return Optional.ofNullable(languages.get(code));
    }

    /** @param ids those taken by other banks; gets those of this one */
    static QuestionBank parseQuestions(String fileName, String text, Set<String> ids) throws UnreadableFileException {
        TomlText toml = new TomlText(fileName, text);
        QuestionBank bank = toml.as(QuestionBank.class, Map.of());
        for (int i = 0; i < bank.questions().size(); i++) {
            Question question = bank.questions().get(i);
            String path = "question[" + i + "].";
            if (!ids.add(question.id())) {
                throw toml.problem(path + "id", "another question has the id " + question.id() + " already.");
            }
            toml.requireRange(path + "level", question.level(), 1, 3);
            toml.requireText(path + "text", question.text());
            if (question.keyPoints().isEmpty()
                    || question.keyPoints().stream().anyMatch(point -> point.anyOf().isEmpty())) {
                throw toml.problem(path + "key_points", "every question needs key points, and every key point words.");
            }
        }
        return bank;
    }

    static LineBank parseLines(String fileName, String text) throws UnreadableFileException {
        TomlText toml = new TomlText(fileName, text);
        LineBank bank = toml.as(LineBank.class, Map.of());
        for (int i = 0; i < bank.lines().size(); i++) {
            toml.requireRange("line[" + i + "].level", bank.lines().get(i).level(), 1, 3);
            toml.requireText("line[" + i + "].text", bank.lines().get(i).text());
        }
        return bank;
    }
}
