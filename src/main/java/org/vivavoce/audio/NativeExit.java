package org.vivavoce.audio;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Ends standard output. Called by the thread that ends the process, as the very last thing before it: WebRTC's library, once loaded,
 * prints two lines about a failure to attach a thread while the process exits, which would stand after the program's own last line.
 */
public final class NativeExit {

    private NativeExit() {}

    /** Sends whatever is printed from now on nowhere. */
    public static void endStandardOutput() {
        try {
            new FileOutputStream(FileDescriptor.out).close(); // the JDK points the descriptor at the null device
        } catch (IOException e) {
            return; // it was closed already
        }
    }
}
