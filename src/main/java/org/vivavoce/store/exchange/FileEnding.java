package org.vivavoce.store.exchange;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the name of a file tells of its format. A function without state; any thread. */
final class FileEnding {

    private FileEnding() {}

    /** The format whose ending, without the dot, the name has; upper and lower case are the same. */
    static <F> Optional<F> told(Path file, F[] formats, Function<F, String> ending) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(formats).filter(format -> name.endsWith("." + ending.apply(format))).findFirst();
    }
}
