package org.vivavoce.session;

import java.util.List;
import java.util.function.Consumer;
import org.vivavoce.ai.Tool;
import org.vivavoce.ai.ToolArguments;
import org.vivavoce.ai.ToolFailedException;
import org.vivavoce.ai.ToolOffer;
import org.vivavoce.ai.ToolParameter;
import org.vivavoce.ai.Toolbox;

/** Tools of all sorts: one that notes, one that looks, one that fails, one with a mistake. */
final class TestTools {

    private TestTools() {}

    @FunctionalInterface
    private interface Work {
        String call(ToolArguments arguments) throws ToolArguments.MalformedException, ToolFailedException;
    }

    private record Scripted(ToolOffer offer, boolean leavesSomething, Work work) implements Tool {
        @Override
        public String call(ToolArguments arguments) throws ToolArguments.MalformedException, ToolFailedException {
            return work.call(arguments);
        }
    }

    /** @param notes takes what is noted */
    static Toolbox toolbox(Consumer<String> notes) {
        ToolParameter text = new ToolParameter("text", ToolParameter.Kind.TEXT, "What is noted.", true);
        return new Toolbox(List.of(
                new Scripted(new ToolOffer("note", "Notes something.", List.of(text)), true, arguments -> {
                    notes.accept(arguments.text("text"));
                    return "noted";
                }),
                new Scripted(new ToolOffer("look", "Looks something up.", List.of()), false,
                        arguments -> "It is blue."),
                new Scripted(new ToolOffer("broken", "Never works.", List.of()), false, arguments -> {
                    throw new ToolFailedException("the pencil is broken.", null);
                }),
                new Scripted(new ToolOffer("mistaken", "Has a mistake.", List.of()), false, arguments -> {
                    throw new IllegalStateException("a mistake");
                })), fault -> {
                });
    }
}
