package org.vivavoce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.vivavoce.api.ApiOptions;
import org.vivavoce.app.AppThreads;
import org.vivavoce.app.Foundation;
import org.vivavoce.app.Serving;
import org.vivavoce.app.VivaVoce;
import org.vivavoce.settings.Settings;
import org.vivavoce.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code vivavoce serve}: conversations for other programs of this computer, over HTTP. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false, description = "Hold conversations for other programs of this computer, over HTTP: /openapi.json describes how.")
final class ServeCommand implements Callable<Integer> {

    private static final int END_WAIT_S = 15;

    @ParentCommand
    private @Nullable VivaVoceCommand parent;

    @Mixin
    private ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws InterruptedException {
        VivaVoceCommand root = parent;
        CountDownLatch wantsEnd = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (VivaVoce program = new VivaVoce(root == null ? Optional.empty() : root.data())) {
            ApiOptions api = options.api();
            Settings settings = options.services().in(program.foundation().settings(), program.foundation());
            program.foundation().problems().forEach(System.err::println);
            Optional<Store> store = program.foundation().kept().store();
            if (store.isEmpty()) {
                return ExitCodes.FAILED; // the problems say why
            }
            program.warmUp();
            serve(program, store.get(), settings, api, wantsEnd, over);
            return ExitCodes.DONE;
        } catch (TalkChoice.WrongUsageException e) {
            System.err.println(e.getMessage());
            return ExitCodes.WRONG_USAGE;
        } catch (Serving.NoTokenFileException e) {
            System.err.println("The token cannot be written: name a file that can with --token-file.");
            return ExitCodes.FAILED;
        } catch (IOException e) {
            System.err.println(
                    "Port " + options.port() + " cannot be used: another program has it; choose another --port.");
            return ExitCodes.FAILED;
        } finally {
            over.countDown();
        }
    }

    private void serve(VivaVoce program, Store store, Settings settings, ApiOptions api, CountDownLatch wantsEnd,
            CountDownLatch over) throws IOException, Serving.NoTokenFileException, InterruptedException {
        Foundation foundation = program.foundation();
        Path file = options.tokenFile().orElse(foundation.folder().tokenFile());
        try (Serving serving = program.serve(store, () -> settings, api, file)) {
            AppThreads.atShutdown("serve-end", () -> {
                wantsEnd.countDown();
                awaitQuietly(over);
            });
            System.out.println("The HTTP interface listens at " + serving.url() + "; its token is in "
                    + serving.tokenFile() + " (Ctrl-C ends it).");
            if (options.printsToken()) {
                System.out.println(serving.token());
            }
            wantsEnd.await();
        }
    }

    /** The process ends when the conversations have. */
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(END_WAIT_S, java.util.concurrent.TimeUnit.SECONDS)) {
                System.err.println("The HTTP interface was broken off.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
