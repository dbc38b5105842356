package org.vivavoce.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the process's standard output for good. WebRTC's native library prints two lines about threads to it while the process ends,
 * after everything of ours; no setting of the library keeps it from that.
 */
final class StandardOutput {

    private static final Logger LOG = LoggerFactory.getLogger(StandardOutput.class);

    private StandardOutput() {}

    static void close() {
        try {
            new FileOutputStream(FileDescriptor.out).close();
        } catch (IOException e) {
            LOG.debug("Standard output stays open: {}", e.getClass().getName());
        }
    }
}
