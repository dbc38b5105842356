package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vivavoce.practice.InterviewFeedback;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LanguageCatalog;
import org.vivavoce.practice.LineBank;
import org.vivavoce.practice.QuestionCatalog;
import org.vivavoce.practice.Reactions;

/** Who answers for a model, and in which language. Immutable; any thread. */
final class Partners {

    private final LanguageCatalog languages;
    private final ReplyWriter interview;
    private final Map<String, ReplyWriter> practice = new HashMap<>();
    private final Map<String, ReplyWriter> chat = new HashMap<>();

    Partners(LanguageCatalog languages, QuestionCatalog questions) {
        this.languages = languages;
        Language english = languages.english();
        interview = new InterviewPartner(english, new InterviewQuestions(questions.interview()),
                InterviewFeedback.builtIn());
        Reactions.ByLanguage reactions = Reactions.builtIn();
        for (Language language : languages.languages()) {
            Reactions own = reactions.find(language.code())
                    .orElseThrow(() -> new IllegalStateException(
                            "assets/partner/reactions.toml lacks " + language.code() + "."));
            LineBank lines = questions.language(language.code()).orElseThrow();
            practice.put(language.code(), new SmallTalkPartner(language, english, own, lines));
            boolean hasChat = questions.chat().language().equals(language.code());
            chat.put(language.code(), new SmallTalkPartner(language, english, own, hasChat ? questions.chat() : lines));
        }
    }

    /** A mode nobody knows here, such as one of the user's own, is free chat. */
    ReplyWriter forModel(ModelName model) {
        if (model.modeId().equals("interview")) {
            return interview;
        }
        Map<String, ReplyWriter> byLanguage = model.modeId().equals("language") ? practice : chat;
        ReplyWriter writer = byLanguage.get(model.languageCode());
        return writer == null ? Objects.requireNonNull(byLanguage.get(languages.english().code())) : writer;
    }

    /** The language a model speaks: interviews are in English. */
    Language languageOf(ModelName model) {
        Language english = languages.english();
        return model.modeId().equals("interview") ? english : languages.find(model.languageCode()).orElse(english);
    }

    /** All models there are. */
    List<ModelName> models() {
        List<ModelName> models = new ArrayList<>();
        for (String mode : List.of("interview", "language", "chat")) {
            languages.languages().forEach(language -> models.add(new ModelName(mode, language.code())));
        }
        return models;
    }
}
