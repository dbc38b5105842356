package org.vivavoce.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a conversation in the terminal. */
final class TalkOptions {

    @Option(names = "--mode", paramLabel = "MODE", defaultValue = "interview", description = "interview, language, chat, or a mode of your own (default: ${DEFAULT-VALUE}).")
    private String mode = "interview";

    @Option(names = "--language", paramLabel = "CODE", description = "Language to practise, such as es (default: the one used last).")
    private @Nullable String language;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(names = "--turn-taking", paramLabel = "PRESET", description = "adaptive or classic (default: as set).")
    private @Nullable String turnTaking;

    @Option(names = "--turns", paramLabel = "N", description = "End after N replies.")
    private int turns;

    @Option(names = "--minutes", paramLabel = "N", description = "End after N minutes.")
    private double minutes;

    @Option(names = "--continue", paramLabel = "ID", description = "Go on with an earlier conversation: its name, the end of it, or \"last\". Mode and language are as they were.")
    private @Nullable String earlier;

    @Option(names = "--notes", paramLabel = "FILE", description = "Give the partner a file to look into: a résumé, a job advert, notes (.txt, .md, .docx, .pdf). May be repeated.")
    private List<Path> notes = List.of();

    @Option(names = "--no-opening", description = "The partner does not speak first.")
    private boolean noOpening;

    @Option(names = "--captions", description = "Show what the partner says.")
    private boolean captions;

    @Option(names = "--mic", paramLabel = "NAME|FILE.wav", description = "Microphone, or a recording to be heard instead.")
    private @Nullable String microphone;

    @Option(names = "--speaker", paramLabel = "NAME|FILE.wav", description = "Loudspeaker, or a file to be written instead.")
    private @Nullable String loudspeaker;

    @Option(names = "--record", negatable = true, description = "Keep the sound of this conversation, or not (default: as set, and not before you have said so).")
    private @Nullable Boolean record;

    @Option(names = "--trace", paramLabel = "FILE", description = "Write what happens when, one JSON object a line, without what is said.")
    private @Nullable Path trace;

    @Option(names = "--trace-text", description = "Write what is said into the trace as well.")
    private boolean traceText;

    String mode() {
        return mode;
    }

    @Nullable
    String language() {
        return language;
    }

    ServiceChoice services() {
        return services.choice();
    }

    @Nullable
    String earlier() {
        return earlier;
    }

    List<Path> notes() {
        return notes;
    }

    @Nullable
    String turnTaking() {
        return turnTaking;
    }

    int turns() {
        return turns;
    }

    double minutes() {
        return minutes;
    }

    boolean opening() {
        return !noOpening;
    }

    boolean captions() {
        return captions;
    }

    @Nullable
    String microphone() {
        return microphone;
    }

    @Nullable
    String loudspeaker() {
        return loudspeaker;
    }

    @Nullable
    Boolean record() {
        return record;
    }

    @Nullable
    Path trace() {
        return trace;
    }

    boolean traceText() {
        return traceText;
    }
}
