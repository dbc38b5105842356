package org.vivavoce.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ai.ToolCall;

/**
 * The calls of tools in a reply as their parts come in. Used by one thread. Other servers send a call whole, without an index or an id,
 * and its arguments as an object.
 */
final class CalledTools {

    private static final String ID = "call_";

    private final List<Begun> calls = new ArrayList<>();

    /** A call as far as it has come. */
    private static final class Begun {
        private final long index;
        private String id = "";
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();

        private Begun(long index) {
            this.index = index;
        }
    }

    void add(Delta.ToolCall part) {
        String id = part._id().asKnown().orElse("");
        Optional<Delta.ToolCall.Function> function = part._function().asKnown();
        String name = function.flatMap(known -> known._name().asKnown()).orElse("");
        Begun call = of(part._index().asKnown(), id, name);
        call.id = call.id.isEmpty() ? id : call.id;
        if (!call.name.toString().equals(name)) { // some repeat it with each part
            call.name.append(name);
        }
        function.map(known -> written(known._arguments())).ifPresent(call.arguments::append);
    }

    /** A call that stood in the text. */
    void add(String name, String arguments) {
        Begun call = new Begun(-1);
        call.name.append(name);
        call.arguments.append(arguments);
        calls.add(call);
    }

    private Begun of(Optional<Long> index, String id, String name) {
        if (index.isPresent()) {
            for (Begun call : calls) {
                if (call.index == index.get()) {
                    return call;
                }
            }
            return begin(index.get());
        }
        boolean goesOn = !calls.isEmpty() && name.isEmpty() && (id.isEmpty() || calls.getLast().id.equals(id));
        return goesOn ? calls.getLast() : begin(-1);
    }

    private Begun begin(long index) {
        Begun call = new Begun(index);
        calls.add(call);
        return call;
    }

    private static String written(JsonField<String> arguments) {
        Optional<String> text = arguments.asKnown();
        Optional<JsonValue> other = arguments.asUnknown();
        return text.isPresent() ? text.get() : other.isPresent() ? json(other.get()) : "";
    }

    private static String json(JsonValue value) {
        try {
            return ObjectMappers.jsonMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return ""; // it came as JSON
        }
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** All of them, each with an id that no other has. */
    List<ToolCall> calls() {
        List<ToolCall> all = new ArrayList<>();
        for (Begun call : calls) {
            boolean taken = call.id.isEmpty() || all.stream().anyMatch(one -> one.id().equals(call.id));
            all.add(new ToolCall(taken ? ID + (all.size() + 1) : call.id, call.name.toString(),
                    call.arguments.toString()));
        }
        return all;
    }
}
