package org.vivavoce.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.vivavoce.practice.Assets;
import org.vivavoce.practice.Mode;
import org.vivavoce.store.Idea;
import org.vivavoce.store.Ideas;
import org.vivavoce.store.StoreException;

/** What is only looked up: modes, ideas, the description of the interface. Thread-safe. */
final class LookUpEndpoints {

    private final Conversations conversations;

    LookUpEndpoints(Conversations conversations) {
        this.conversations = conversations;
    }

    void modes(Call call) throws IOException {
        ObjectNode answer = Json.object();
        ArrayNode modes = answer.putArray("modes");
        for (Mode mode : conversations.modes()) {
            modes.addObject().put("id", mode.id()).put("name", mode.name()).put("summary", mode.summary())
                    .put("partner", mode.persona().name()).put("asksLanguage", mode.asksLanguage())
                    .put("language", conversations.usualLanguage(mode).code());
        }
        ArrayNode languages = answer.putArray("languages");
        conversations.languages()
                .forEach(language -> languages.addObject().put("code", language.code()).put("name", language.name()));
        call.answer(200, answer);
    }

    void ideas(Call call) throws StoreException, IOException {
        ObjectNode answer = Json.object();
        ArrayNode ideas = answer.putArray("ideas");
        for (Idea idea : new Ideas(conversations.store()).list()) {
            ObjectNode one = ideas.addObject().put("id", idea.id()).put("text", idea.text()).put("created",
                    idea.created().toString());
            idea.session().ifPresent(session -> one.put("session", session.text()));
        }
        call.answer(200, answer);
    }

    void description(Call call) throws IOException {
        call.answer(200, "application/json", Assets.text("api/openapi.json").getBytes(StandardCharsets.UTF_8));
    }
}
