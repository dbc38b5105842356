package org.vivavoce.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file, in the system's own way. JavaFX thread; returns when the user has answered. */
public interface FileQuestion {

    /**
     * Where something is to be written.
     *
     * @param title         of the question
     * @param suggestedName with its ending
     * @return empty where the user wants none
     */
    Optional<Path> toWrite(String title, String suggestedName);

    /**
     * What is to be read.
     *
     * @param title  of the question
     * @param ending of the files that may be chosen, without the dot
     * @return empty where the user wants none
     */
    Optional<Path> toRead(String title, String ending);
}
