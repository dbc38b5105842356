package org.vivavoce.practice;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modes there are: those of the program, then the user's own from the data folder. A user's file with the id of another mode
 * takes its place; a bad file is told in {@link #problems()} and left out. Immutable; any thread.
 */
public final class ModeCatalog {

    private static final List<String> BUILT_IN = List.of("interview", "language", "chat");

    /** A mode is a page of text; anything larger is not one, and is not read. */
    private static final long LARGEST_FILE_BYTES = 256 * 1024;

    private final List<Mode> modes;
    private final List<String> problems;

    private ModeCatalog(List<Mode> modes, List<String> problems) {
        this.modes = List.copyOf(modes);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the modes that come with the program.
     *
     * @throws IllegalStateException when the program was packed with a bad file
     */
    public static ModeCatalog builtIn() {
        return new ModeCatalog(BUILT_IN.stream().map(ModeCatalog::packed).toList(), List.of());
    }

    /**
     * Reads the modes of the program and the user's own.
     *
     * @param folder where the user's files lie ({@code *.toml}); need not exist
     */
    public static ModeCatalog withUserModes(Path folder) {
        Map<String, Mode> modes = new LinkedHashMap<>();
        builtIn().modes.forEach(mode -> modes.put(mode.id(), mode));
        Set<String> ownIds = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (Path file : filesIn(folder, problems)) {
            try {
                Mode mode = read(file);
                if (!ownIds.add(mode.id())) {
                    problems.add(nameOf(file) + ": another file has the id " + mode.id()
                            + " already, so this one is left out.");
                } else {
                    modes.put(mode.id(), mode);
                }
            } catch (UnreadableFileException e) {
                problems.add(e.sentence());
            }
        }
        return new ModeCatalog(new ArrayList<>(modes.values()), problems);
    }

    /** All modes, the program's first. */
    public List<Mode> modes() {
        return modes;
    }

    /** The mode of an id. */
    public Optional<Mode> find(String id) {
        return modes.stream().filter(mode -> mode.id().equals(id)).findFirst();
    }

    /** One sentence for each file of the user that was left out. */
    public List<String> problems() {
        return problems;
    }

    private static Mode packed(String id) {
        String file = "modes/" + id + ".toml";
        try {
            return ModeFile.parse(file, Assets.text(file));
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }

    private static List<Path> filesIn(Path folder, List<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".toml") && Files.isRegularFile(file)).sorted()
                    .toList();
        } catch (IOException e) {
            problems.add("The folder of your own modes cannot be read.");
            return List.of();
        }
    }

    private static Mode read(Path file) throws UnreadableFileException {
        try {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw new UnreadableFileException(nameOf(file), 0, "this file is too large for a mode.");
            }
            return ModeFile.parse(nameOf(file), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException(nameOf(file), 0, "this file is not UTF-8 text.");
        } catch (IOException e) {
            throw new UnreadableFileException(nameOf(file), 0, "this file cannot be read.");
        }
    }

    private static String nameOf(Path file) {
        return "modes/" + file.getFileName();
    }
}
