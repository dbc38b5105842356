package org.vivavoce.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vivavoce.practice.Language;
import org.vivavoce.practice.LineBank;
import org.vivavoce.practice.Reactions;

/**
 * Keeps somebody talking, in language practice and free chat: a short reaction, then the next line of the bank. It says what it
 * measured of the voice and that it does not understand words. Any thread.
 */
final class SmallTalkPartner implements ReplyWriter {

    private final Language language;
    private final List<Language> cueLanguages;
    private final Reactions reactions;
    private final List<String> lines;
    private final LineCycle cycle;

    SmallTalkPartner(Language language, Language english, Reactions reactions, LineBank bank) {
        this.language = language;
        this.cueLanguages = List.of(language, english);
        this.reactions = reactions;
        this.lines = bank.lines().stream().map(LineBank.Line::text).toList();
        this.cycle = new LineCycle(lines, (int) bank.lines().stream().filter(line -> line.level() == 1).count(), 1);
    }

    @Override
    public List<String> reply(Dialogue dialogue) {
        if (dialogue.silent()) {
            return List.of(LineChoice.any(reactions.silence(), dialogue));
        }
        if (dialogue.beginning()) {
            return List.of(language.greeting());
        }
        if (dialogue.userText().isEmpty()) {
            return List
                    .of(dialogue.interrupted() ? LineChoice.any(reactions.goAhead(), dialogue) : language.didntCatch());
        }
        Optional<Cue> cue = Cue.of(dialogue.userText(), cueLanguages);
        if (cue.isPresent()) {
            return steered(cue.get(), dialogue);
        }
        List<String> parts = new ArrayList<>();
        reaction(dialogue).ifPresent(parts::add);
        parts.add(next(dialogue));
        return parts;
    }

    private List<String> steered(Cue cue, Dialogue dialogue) {
        return switch (cue) {
            case WAIT -> List.of(LineChoice.any(reactions.patience(), dialogue));
            case STOP -> List.of(LineChoice.any(reactions.goAhead(), dialogue));
            case REPEAT -> List.of(lastLine(dialogue));
            case DONT_KNOW, SKIP -> List.of(LineChoice.any(reactions.noMatter(), dialogue), next(dialogue));
        };
    }

    /** Empty when every reaction has been used lately: a friend, too, sometimes just goes on. */
    private Optional<String> reaction(Dialogue dialogue) {
        Optional<Delivery> delivery = dialogue.delivery();
        if (delivery.isEmpty()) {
            return LineChoice.unused(reactions.read(), dialogue);
        }
        Optional<String> explained = LineChoice.unused(List.of(language.offlineHeard()), dialogue);
        Optional<String> template = explained;
        if (explained.isEmpty()) {
            List<String> shorter = new ArrayList<>(reactions.heard());
            shorter.add(language.offlineShort());
            template = LineChoice.unused(shorter, dialogue);
        }
        return template.map(
                line -> line.replace("{seconds}", String.valueOf(Math.max(1, Math.round(delivery.get().seconds()))))
                        .replace("{pauses}", String.valueOf(delivery.get().pauses())));
    }

    private String next(Dialogue dialogue) {
        return lines.get(cycle.next(dialogue));
    }

    private String lastLine(Dialogue dialogue) {
        int last = cycle.lastIn(dialogue.partnerTexts());
        if (last >= 0) {
            return lines.get(last);
        }
        return dialogue.partnerTexts().isEmpty() ? language.greeting() : dialogue.partnerTexts().getLast();
    }
}
