package org.vivavoce.bench.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.vivavoce.ai.Stage;
import org.vivavoce.conversation.Talk;
import org.vivavoce.conversation.TalkProgram;
import org.vivavoce.openai.testing.LocalOpenAi;
import org.vivavoce.openai.testing.SeenRequest;
import org.vivavoce.settings.ServicePresets;
import org.vivavoce.settings.Settings;

/**
 * A spoken conversation with the real program, which is killed in the middle of it, looked into, and taken up again. Several run at
 * once, each on a thread of its own.
 */
final class KilledTalk {

    private static final int CONTEXT = 20; // as many messages as the chat model is told
    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    /** Two that start at once leave one another too little of the processor to hear anything. */
    private static final Lock STARTING = new ReentrantLock();

    private final LocalOpenAi server;
    private final Path home;
    private final Path data;
    private final List<String> faults = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param killedAfterMs since the moment that was given
     * @param messages      how many were found
     * @param musts         what must be there, and whether it is
     * @param faults        what is wrong beside that, a sentence each
     */
    record Outcome(long killedAfterMs, int messages, List<Must> musts, List<String> faults) {}

    private KilledTalk(LocalOpenAi server) {
        this.server = server;
        this.home = TalkProgram.freshHome("crash");
        this.data = home.resolve("data");
    }

    /**
     * How it is killed.
     *
     * @param opening whether the partner speaks first
     * @param event   of the trace, from whose first occurrence on time is counted
     * @param millis  how long after it
     * @param slow    whether the user says one thing only, after the partner, and that is understood only after some seconds
     */
    record Kill(boolean opening, String event, int millis, boolean slow) {}

    /**
     * Runs one.
     *
     * @param marginMs what came to be so shortly before the kill may be missing
     */
    static Outcome run(Random random, Kill kill, double marginMs) throws InterruptedException {
        try (LocalOpenAi server = Talk.newServer()) {
            Scripts.prepare(server);
            if (kill.slow()) {
                Scripts.understandSlowly(server);
            }
            Path file = Path.of("target", "bench", "crash", "user-" + random.nextInt(Integer.MAX_VALUE) + ".wav")
                    .toAbsolutePath();
            Path user = kill.slow() ? UserTrack.oneAfterOpening(file) : UserTrack.several(random, file);
            return new KilledTalk(server).run(user, kill, marginMs);
        }
    }

    private Outcome run(Path user, Kill kill, double marginMs) throws InterruptedException {
        Settings settings = Settings.defaults();
        Talk.writeSettings(data, settings.withTurnTaking(settings.turnTaking().withSilencePrompts(false)));
        Evidence evidence = talkUntilKilled(user, kill);
        KeptTalk kept = KeptTalk.read(data, faults);
        List<Must> musts = evidence.musts().stream().filter(must -> must.beforeMs() > 0)
                .map(must -> must.found(kept.has(must, evidence))).toList();
        faults.addAll(kept.disorder(musts));
        faults.addAll(kept.leftOver(evidence.over(marginMs)));
        if (!kept.messages().isEmpty()) {
            goOn(kept.messages());
            faults.addAll(kept.unheard().stream().filter(Files::exists)
                    .map(file -> "what was not understood was not sent again: " + file.getFileName()).toList());
        }
        return new Outcome(kill.millis(), kept.messages().size(), musts, List.copyOf(faults));
    }

    private Evidence talkUntilKilled(Path user, Kill kill) {
        List<String> arguments = arguments(home, user);
        arguments.addAll(List.of("--mode", "chat"));
        if (!kill.opening()) {
            arguments.add("--no-opening");
        }
        try (TalkProgram program = start(home, arguments)) {
            program.trace().await(kill.event(), 1);
            long killed = program.killAfter(Duration.ofMillis(kill.millis()));
            return new Evidence(program.trace().all(), program.trace()::nanosOf, server.log(), killed);
        }
    }

    /** The conversation is taken up again: the user says one thing more, which is answered as a part of it. */
    private void goOn(List<String> earlier) throws InterruptedException {
        int asked = server.log().of(Stage.CHAT).size();
        Path otherHome = TalkProgram.freshHome("crash");
        List<String> arguments = arguments(otherHome, UserTrack.one(otherHome.resolve("one.wav")));
        arguments.addAll(List.of("--continue", "last", "--no-opening", "--data", data.toString()));
        try (TalkProgram program = start(otherHome, arguments)) {
            SeenRequest request = server.log().await(Stage.CHAT, asked + 1);
            List<String> told = Scripts.conversation(request);
            List<String> before = told.subList(0, Math.max(0, told.size() - 1));
            if (!before.equals(earlier.subList(Math.max(0, earlier.size() - CONTEXT + 1), earlier.size()))) {
                faults.add("the chat model was told of " + before.size() + " earlier messages that are not the last of "
                        + earlier.size());
            }
            program.trace().await("first-sound", 1);
            program.type("/quit");
            if (program.awaitExit(END_LIMIT) != 0) {
                faults.add("the conversation that went on ended with an error");
            }
        } catch (AssertionError e) {
            faults.add("the conversation did not go on: " + e.getMessage());
        }
        List<String> now = KeptTalk.read(data, faults).messages();
        if (now.size() <= earlier.size() || !now.subList(0, earlier.size()).equals(earlier)) {
            faults.add("what was said before is not kept as it was, when the conversation has gone on");
        }
    }

    private List<String> arguments(Path folder, Path microphone) {
        return new ArrayList<>(List.of("--service", ServicePresets.LOCAL, "--base-url", server.baseUrl(), "--mic",
                microphone.toString(), "--speaker", folder.resolve("loudspeaker.wav").toString(), "--trace-text"));
    }

    private static TalkProgram start(Path folder, List<String> arguments) {
        STARTING.lock();
        try {
            TalkProgram program = TalkProgram.start(Map.of(), folder, arguments);
            try {
                program.trace().await("loudspeaker", 1);
                return program;
            } catch (AssertionError e) {
                program.close();
                throw new AssertionError(e.getMessage() + " " + program.errors().all(), e);
            }
        } finally {
            STARTING.unlock();
        }
    }
}
