package org.vivavoce.openai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.ServiceException;

/** The pieces of one session whose transcripts are awaited, in the order in which they were committed. Used under the session's lock. */
final class PiecesInWork {

    /** The code of a piece in which the service made out no words (example of the schema {@code …TranscriptionFailed}). */
    private static final String NO_WORDS = "audio_unintelligible";

    private static final class InWork {
        private final HeardPiece piece;
        private @Nullable String itemId;

        private InWork(HeardPiece piece) {
            this.piece = piece;
        }
    }

    private final RealtimeService service;
    private final List<InWork> pieces = new ArrayList<>();

    PiecesInWork(RealtimeService service) {
        this.service = service;
    }

    void add(HeardPiece piece) {
        pieces.add(new InWork(piece));
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** An event about a piece. */
    void take(JsonNode event) {
        String id = event.path("item_id").asText("");
        switch (event.path("type").asText("")) {
            case "input_audio_buffer.committed" -> first(one -> one.itemId == null).ifPresent(one -> {
                one.itemId = id;
                one.piece.touch();
            });
            case "conversation.item.input_audio_transcription.delta" ->
                first(one -> id.equals(one.itemId)).ifPresent(one -> one.piece.touch());
            case "conversation.item.input_audio_transcription.completed" ->
                removed(one -> id.equals(one.itemId)).ifPresent(piece -> complete(piece, event.path("transcript")));
            case "conversation.item.input_audio_transcription.failed" ->
                removed(one -> id.equals(one.itemId)).ifPresent(piece -> fail(piece, event.path("error")));
            default -> { // tells nothing that is needed here
            }
        }
    }

    /** The service did not take a piece; false when the error is about none of these. */
    boolean refused(String eventId, ServiceException reason) {
        Optional<HeardPiece> refused = removed(one -> one.piece.eventId().equals(eventId));
        refused.ifPresent(piece -> piece.fail(reason));
        return refused.isPresent();
    }

    void failAll(ServiceException reason) {
        pieces.forEach(one -> one.piece.fail(reason));
        pieces.clear();
    }

    private void complete(HeardPiece piece, JsonNode transcript) {
        if (transcript.isTextual()) {
            piece.complete(transcript.asText().strip());
        } else {
            piece.fail(service.failures().badReply("it holds no text"));
        }
    }

    private void fail(HeardPiece piece, JsonNode error) {
        if (error.path("code").asText("").equals(NO_WORDS)) {
            piece.complete("");
        } else {
            piece.fail(service.failures().reported(error, List.of()));
        }
    }

    private Optional<HeardPiece> removed(Predicate<InWork> wanted) {
        Optional<InWork> found = first(wanted);
        found.ifPresent(pieces::remove);
        return found.map(one -> one.piece);
    }

    private Optional<InWork> first(Predicate<InWork> wanted) {
        return pieces.stream().filter(wanted).findFirst();
    }
}
