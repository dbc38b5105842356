package org.vivavoce.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vivavoce.app.Foundation;
import org.vivavoce.app.VivaVoce;
import org.vivavoce.backup.BackupException;
import org.vivavoce.store.Store;
import org.vivavoce.store.StoreException;
import org.vivavoce.store.exchange.UnreadableExportException;
import org.vivavoce.store.exchange.UnwritableExportException;

/** Opens what is kept for one command, and closes it. Main thread. */
final class WithStore {

    private WithStore() {}

    /** What is done with it. */
    @FunctionalInterface
    interface Work {
        void with(Store store, Foundation foundation)
                throws StoreException, KeptSession.NotFoundException, UnreadableExportException,
                UnwritableExportException, BackupException, IOException;
    }

    /** Does it, or tells why that cannot be; the exit code. */
    static int run(@Nullable VivaVoceCommand root, Work work) {
        try (VivaVoce program = new VivaVoce(root == null ? Optional.empty() : root.data())) {
            program.foundation().kept().problem().ifPresent(System.err::println);
            Optional<Store> store = program.foundation().kept().store();
            if (store.isEmpty()) {
                return ExitCodes.FAILED;
            }
            work.with(store.get(), program.foundation());
            return ExitCodes.DONE;
        } catch (KeptSession.NotFoundException | StoreException | UnreadableExportException
                | UnwritableExportException | BackupException e) {
            System.err.println(e.getMessage());
        } catch (IOException e) {
            System.err.println("The file cannot be read or written: see whether it is there and the disk has room.");
        }
        return ExitCodes.FAILED;
    }
}
