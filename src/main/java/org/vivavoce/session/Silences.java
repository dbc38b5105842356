package org.vivavoce.session;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Role;

/**
 * How long nobody spoke before each side began: looked for after each event, for those who decide need not know. Used by the
 * {@code session} thread.
 */
final class Silences {

    private static final long UNKNOWN = -1;

    private final PartnerSide partner;
    private final UserSide user;
    private final Map<Role, Duration> last = new EnumMap<>(Role.class);
    private @Nullable UserTurn turn;
    private @Nullable Reply sounding;
    private long userHeardAt = UNKNOWN; // the last of that turn
    private long partnerEndedAt = UNKNOWN;

    Silences(PartnerSide partner, UserSide user) {
        this.partner = partner;
        this.user = user;
    }

    /** @param nowMillis since the conversation began */
    void look(long nowMillis) {
        user.turn().ifPresent(this::lookAt);
        Reply reply = partner.current().filter(Reply::hasBegun).orElse(null);
        if (reply != null && reply != sounding) {
            boolean waitedFor = reply.kind() == Reply.Kind.ANSWER && userHeardAt != UNKNOWN;
            keep(Role.PARTNER, waitedFor ? nowMillis - userHeardAt : UNKNOWN);
        } else if (reply == null && sounding != null) {
            partnerEndedAt = nowMillis;
        }
        sounding = reply;
    }

    private void lookAt(UserTurn open) {
        if (open != turn) {
            turn = open;
            boolean thoughtOver = !open.isInterrupting() && open.beganAt() != UNKNOWN && partnerEndedAt != UNKNOWN;
            keep(Role.USER, thoughtOver ? open.beganAt() - partnerEndedAt : UNKNOWN);
        }
        userHeardAt = open.lastVoiceAt();
    }

    private void keep(Role role, long millis) {
        if (millis >= 0) {
            last.put(role, Duration.ofMillis(millis));
        } else {
            last.remove(role);
        }
    }

    /** Before what each side said last; missing where it is not known, as it is typed or breaks in. */
    Map<Role, Duration> last() {
        return Map.copyOf(last);
    }
}
