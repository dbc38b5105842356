package org.vivavoce;

import org.vivavoce.cli.CommandLineEntry;

/** Where the program starts. Does not extend JavaFX's {@code Application}, so that it starts from the class path as well. */
public final class Main {

    private Main() {}

    /** Runs the window or a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // of AWT only the fonts are used; the window is JavaFX's
        System.exit(CommandLineEntry.run(args)); // explicit: libraries leave threads behind
    }
}
