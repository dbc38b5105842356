package org.vivavoce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vivavoce.app.AppThreads;
import org.vivavoce.app.ConversationMaker;
import org.vivavoce.app.Foundation;
import org.vivavoce.app.JsonTrace;
import org.vivavoce.app.VivaVoce;
import org.vivavoce.session.Conversation;
import org.vivavoce.session.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce talk}: a conversation in the terminal, with the same engine as the window. */
@Command(name = "talk", mixinStandardHelpOptions = true, sortOptions = false, description = "Talk in the terminal. A typed line is a message too; an empty line says that you are done.")
final class TalkCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable VivaVoceCommand parent;

    @Mixin
    private TalkOptions options = new TalkOptions();

    TalkCommand() {}

    /** The conversation in the terminal in place of the window. */
    TalkCommand(VivaVoceCommand parent) {
        this.parent = parent;
    }

    @Override
    public Integer call() {
        VivaVoceCommand root = parent;
        try (VivaVoce program = new VivaVoce(root == null ? java.util.Optional.empty() : root.data())) {
            Foundation foundation = program.foundation();
            TalkChoice choice = TalkChoice.of(options, foundation);
            foundation.problems().forEach(System.err::println);
            program.warmUp();
            return talk(program, choice);
        } catch (TalkChoice.WrongUsageException e) {
            System.err.println(e.getMessage());
            return ExitCodes.WRONG_USAGE;
        } catch (IOException e) {
            System.err.println("The trace file " + options.trace() + " cannot be written: choose another place.");
            return ExitCodes.FAILED;
        }
    }

    private int talk(VivaVoce program, TalkChoice choice) throws IOException {
        Path file = options.trace();
        try (JsonTrace json = file == null ? null : new JsonTrace(file, options.traceText())) {
            Trace trace = json == null ? Trace.NONE : json;
            TerminalTalk talk = new TerminalTalk(choice, options);
            Conversation conversation = program.conversations().prepare(
                    new ConversationMaker.Wish(choice.mode(), choice.language(), choice::settings, options.opening(),
                            trace, choice.earlier()),
                    talk);
            AppThreads.atShutdown("talk-end", () -> talk.endByInterrupt(conversation));
            return talk.run(conversation, program.threads());
        }
    }
}
