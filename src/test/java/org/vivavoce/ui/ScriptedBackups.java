package org.vivavoce.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.ui.common.ArchiveException;
import org.vivavoce.ui.common.Backups;

/** Backups that are only asked for. */
public final class ScriptedBackups implements Backups {

    /** What was asked for, in order. */
    public final List<String> calls = new ArrayList<>();
    /** What each call answers, where it is there: it fails. */
    public Optional<String> failure = Optional.empty();

    @Override
    public String write(Path file) throws ArchiveException {
        return answer("write " + file, "Written.");
    }

    @Override
    public String restore(Path file) throws ArchiveException {
        return answer("restore " + file, "Ready.");
    }

    private String answer(String call, String sentence) throws ArchiveException {
        calls.add(call);
        if (failure.isPresent()) {
            throw new ArchiveException(failure.get());
        }
        return sentence;
    }
}
