package org.vivavoce.store.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vivavoce.practice.Message;
import org.vivavoce.practice.Role;
import org.vivavoce.store.NewSession;
import org.vivavoce.store.SessionCost;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.StoredLatency;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;
import org.vivavoce.store.StoredUtterance;

/** A session as it stands in JSON; {@code assets/schema/sessions-1.schema.json} describes it. A value; what is missing is null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionJson(@JsonProperty(required = true) String id, @JsonProperty(required = true) String mode,
        @JsonProperty(required = true) String modeName, @JsonProperty(required = true) String language,
        @JsonProperty(required = true) String started, @Nullable String ended,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) List<String> tags,
        @JsonProperty(required = true) List<Said> messages,
        @JsonProperty(required = true) List<Recording> recordings,
        @JsonProperty(required = true) List<Latency> latencies, @Nullable Cost cost) {

    /** What must be there is, also where a file says null. */
    SessionJson {
        tags = List.copyOf(tags);
        messages = List.copyOf(messages);
        recordings = List.copyOf(recordings);
        latencies = List.copyOf(latencies);
        for (String each : List.of(id, mode, modeName, language, started, title)) {
            Objects.requireNonNull(each);
        }
    }

    /** A message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(@JsonProperty(required = true) int position, @JsonProperty(required = true) String role,
            @JsonProperty(required = true) String text, @JsonProperty(required = true) boolean interrupted,
            @JsonProperty(required = true) long saidMs, @JsonProperty(required = true) int fullLength,
            @JsonProperty(required = true) boolean typed, @Nullable Long silenceMs) {

        Said {
            Objects.requireNonNull(role);
            Objects.requireNonNull(text);
        }

        @Override
        public String toString() {
            return "Said[" + position + "]"; // what was said never enters a log
        }
    }

    /** A recording. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recording(@Nullable Integer position, @JsonProperty(required = true) String file,
            @JsonProperty(required = true) long saidMs, @JsonProperty(required = true) long durationMs) {}

    /** How long a reply took. */
    record Latency(@JsonProperty(required = true) int turn, @JsonProperty(required = true) Map<String, Long> millis) {}

    /** What it cost. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cost(@Nullable Long dollarsMicros, @JsonProperty(required = true) long tokensRead,
            @JsonProperty(required = true) long tokensWritten, @JsonProperty(required = true) long charactersSpoken,
            @JsonProperty(required = true) long transcribedMs) {}

    static SessionJson of(StoredSession whole) {
        SessionRecord session = whole.session();
        NewSession begun = session.begun();
        return new SessionJson(begun.id().text(), begun.mode(), begun.modeName(), begun.language(),
                begun.started().toString(), session.ended().map(Instant::toString).orElse(null), session.title(),
                session.tags(), whole.messages().stream().map(SessionJson::said).toList(),
                whole.utterances().stream().map(SessionJson::recording).toList(),
                whole.latencies().stream().map(each -> new Latency(each.turn(), each.millis())).toList(),
                whole.cost().map(SessionJson::cost).orElse(null));
    }

    private static Said said(StoredMessage row) {
        Message message = row.message();
        return new Said(row.position(), message.role().name().toLowerCase(Locale.ROOT), row.words(),
                message.interrupted(), row.saidAt().toMillis(), row.fullLength(), row.typed(),
                row.silence().map(Duration::toMillis).orElse(null));
    }

    private static Recording recording(StoredUtterance row) {
        OptionalInt position = row.position();
        return new Recording(position.isPresent() ? position.getAsInt() : null, row.file(), row.saidAt().toMillis(),
                row.duration().toMillis());
    }

    private static Cost cost(SessionCost cost) {
        OptionalLong dollars = cost.dollarsMicros();
        return new Cost(dollars.isPresent() ? dollars.getAsLong() : null, cost.tokensRead(), cost.tokensWritten(),
                cost.charactersSpoken(), cost.transcribed().toMillis());
    }

    /**
     * As it was kept.
     *
     * @throws RuntimeException of several kinds, where a value is not what its name says
     */
    StoredSession session() {
        List<StoredMessage> said = messages.stream().map(SessionJson::message).toList();
        for (int i = 1; i < said.size(); i++) {
            if (said.get(i - 1).position() >= said.get(i).position()) {
                throw new IllegalArgumentException("positions grow");
            }
        }
        int spoken = (int) said.stream().filter(each -> each.message().role() != Role.DIRECTION).count();
        Duration length = said.stream().map(StoredMessage::saidAt).max(Duration::compareTo).orElse(Duration.ZERO);
        SessionRecord session = new SessionRecord(
                new NewSession(new SessionId(id), mode, modeName, language, Instant.parse(started)),
                Optional.ofNullable(ended).map(Instant::parse), title, tags, spoken, length);
        return new StoredSession(session, said, recordings.stream().map(SessionJson::utterance).toList(),
                latencies.stream().map(each -> new StoredLatency(each.turn(), Map.copyOf(each.millis()))).toList(),
                Optional.ofNullable(cost).map(SessionJson::costOf));
    }

    private static StoredMessage message(Said said) {
        Role role = Role.valueOf(said.role().toUpperCase(Locale.ROOT));
        Message message = role == Role.USER && said.interrupted()
                ? Message.interruptingUser(said.text())
                : new Message(role, said.text(), said.interrupted());
        return new StoredMessage(notNegative(said.position()), message, Duration.ofMillis(notNegative(said.saidMs())),
                notNegative(said.fullLength()), said.typed(),
                Optional.ofNullable(said.silenceMs()).map(silence -> Duration.ofMillis(notNegative(silence))));
    }

    private static StoredUtterance utterance(Recording recording) {
        Integer position = recording.position();
        return new StoredUtterance(position == null ? OptionalInt.empty() : OptionalInt.of(position),
                recording.file(), Duration.ofMillis(recording.saidMs()),
                Duration.ofMillis(notNegative(recording.durationMs())));
    }

    private static SessionCost costOf(Cost cost) {
        Long dollars = cost.dollarsMicros();
        return new SessionCost(dollars == null ? OptionalLong.empty() : OptionalLong.of(dollars), cost.tokensRead(),
                cost.tokensWritten(), cost.charactersSpoken(), Duration.ofMillis(cost.transcribedMs()));
    }

    private static int notNegative(int number) {
        return Math.toIntExact(notNegative((long) number));
    }

    private static long notNegative(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
        return number;
    }

    @Override
    public String toString() {
        return "SessionJson[" + id + "]"; // what was said never enters a log
    }
}
