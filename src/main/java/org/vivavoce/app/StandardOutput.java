package org.vivavoce.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the process's standard output for good. WebRTC's native library prints two lines about threads to it while the process ends,
 * after everything of ours; no setting of the library keeps it from that.
 */
final class StandardOutput {

    private static final Logger LOG = LoggerFactory.getLogger(StandardOutput.class);
    private static final int DESCRIPTOR = 1;

    private StandardOutput() {}

    @SuppressWarnings("restricted") // the launchers allow native access
    static void close() {
        boolean windows = SystemProperty.of("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows) {
            return; // the C library's descriptors are not the process's handles there
        }
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("close").ifPresent(address -> {
            try {
                int result = (int) linker
                        .downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                        .invokeExact(DESCRIPTOR);
                LOG.debug("Standard output closed: {}", result);
            } catch (Throwable e) { // invokeExact declares it
                LOG.debug("Standard output stays open: {}", e.getClass().getName());
            }
        });
    }
}
