package org.vivavoce.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. Functions without state. */
final class Tree {

    private Tree() {}

    /** Deletes it, where it is there; follows no links. */
    static void delete(Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(fileOrFolder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
