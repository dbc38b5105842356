package org.vivavoce.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vivavoce.app.AppThreads;
import org.vivavoce.app.OfflinePartner;
import org.vivavoce.offline.BuiltInPartner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vivavoce partner}: the built-in partner as a server for other programs. */
@Command(name = "partner", mixinStandardHelpOptions = true, description = "Run the built-in partner as a server on this computer that speaks the OpenAI HTTP API.")
final class PartnerCommand implements Callable<Integer> {

    @Option(names = "--port", required = true, paramLabel = "N", description = "The port on 127.0.0.1; 0 for any free one.")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            System.err.println("--port must be between 0 and 65535.");
            return ExitCodes.WRONG_USAGE;
        }
        CountDownLatch ended = new CountDownLatch(1);
        try (AppThreads threads = new AppThreads();
                OfflinePartner offline = new OfflinePartner(threads);
                BuiltInPartner partner = offline.start(port)) {
            System.out.println("The built-in partner listens at " + partner.baseUrl() + " (Ctrl-C ends it).");
            AppThreads.atShutdown("partner-end", ended::countDown);
            ended.await();
            return ExitCodes.DONE;
        } catch (IOException e) {
            System.err.println("Port " + port + " cannot be used: another program has it; choose another --port.");
            return ExitCodes.FAILED;
        }
    }
}
