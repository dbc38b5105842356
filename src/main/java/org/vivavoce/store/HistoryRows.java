package org.vivavoce.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;

/**
 * Which rows a history is kept in: finds what was added, cut and taken back since it was last told, so that a message keeps its position
 * and its time. Used by one thread at a time; touches no disk.
 */
final class HistoryRows {

    private final Duration before;
    private List<StoredMessage> rows;
    private int next;

    /** @param earlier what is kept already; the times of what follows come after theirs */
    HistoryRows(List<StoredMessage> earlier) {
        rows = List.copyOf(earlier);
        before = earlier.isEmpty() ? Duration.ZERO : earlier.getLast().saidAt();
        next = earlier.isEmpty() ? 0 : earlier.getLast().position() + 1;
    }

    List<StoredMessage> rows() {
        return rows;
    }

    /** Since the session began. */
    Duration time(Duration inThisSitting) {
        return before.plus(inThisSitting);
    }

    /** The rows of a history, which may have changed since it was last told. */
    List<StoredMessage> tell(List<Message> history, Told told) {
        int begin = 0;
        while (begin < rows.size() && begin < history.size() && isAt(begin, history.get(begin))) {
            begin++;
        }
        int oldEnd = rows.size();
        int newEnd = history.size();
        while (oldEnd > begin && newEnd > begin && isAt(oldEnd - 1, history.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
        }
        int changed = begin;
        while (changed < oldEnd && changed < newEnd
                && rows.get(changed).message().role() == history.get(changed).role()) {
            changed++;
        }
        if (changed < newEnd) { // positions grow: behind what is new, nothing can stay where it was
            oldEnd = rows.size();
            newEnd = history.size();
        }
        List<StoredMessage> now = new ArrayList<>(rows.subList(0, begin));
        for (int i = begin; i < changed; i++) {
            now.add(changed(rows.get(i), history.get(i), told));
        }
        for (int i = changed; i < newEnd; i++) {
            now.add(added(history.get(i), told));
        }
        now.addAll(rows.subList(oldEnd, rows.size()));
        rows = List.copyOf(now);
        return rows;
    }

    private static StoredMessage changed(StoredMessage row, Message message, Told told) {
        StoredMessage cut = new StoredMessage(row.position(), message, row.saidAt(), row.fullLength(), row.typed(),
                row.silence());
        return withFullLength(cut, told.fullLength().orElse(row.fullLength()));
    }

    private StoredMessage added(Message message, Told told) {
        boolean typed = told.typed() && message.role() == Role.USER;
        StoredMessage whole = new StoredMessage(next++, message, time(told.at()), 0, typed,
                Optional.ofNullable(told.silence().get(message.role())));
        return withFullLength(whole, told.fullLength().orElse(0));
    }

    /** Only what was broken into may have been longer. */
    private static StoredMessage withFullLength(StoredMessage row, int full) {
        boolean cut = row.message().role() == Role.PARTNER && row.message().interrupted();
        return row.withFullLength(cut ? Math.max(full, row.heardLength()) : row.heardLength());
    }

    private boolean isAt(int index, Message message) {
        return rows.get(index).message().equals(message);
    }
}
