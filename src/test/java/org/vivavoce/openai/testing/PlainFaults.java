package org.vivavoce.openai.testing;

import java.io.IOException;
import java.util.Map;

/** Faults that look the same at every stage. Stateless. */
final class PlainFaults {

    private static final String PAGE = "<!doctype html><html><body><h1>Not here</h1></body></html>";

    private PlainFaults() {}

    /** Answers with the fault; false when it needs an answer of the stage, or half of one. */
    static boolean answer(Exchange exchange, Fault fault, String contentType) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case STATUS -> {
                String type = fault.body().startsWith("{") ? "application/json" : "text/plain";
                exchange.answer(fault.status(), type, fault.headers(), Answers.utf8(fault.body()));
            }
            case STALL_BEFORE_HEADERS -> exchange.stall();
            case CUT_BEFORE_HEADERS -> exchange.cut();
            case RESET_BEFORE_HEADERS -> exchange.reset();
            case NOT_AUDIO -> exchange.answer(200, contentType, Map.of(), Answers.utf8("neither sound nor JSON"));
            case EMPTY_BODY -> exchange.answer(200, contentType, Map.of(), new byte[0]);
            case HTML -> exchange.answer(200, "text/html", Map.of(), Answers.utf8(PAGE));
            case WRONG_TYPE -> {
                exchange.callEverything("text/html");
                return false;
            }
            case STALL_IN_STREAM, CUT_IN_STREAM, RESET_IN_STREAM, INVALID_JSON, MISSING_FINISH_REASON, ERROR_IN_STREAM,
                    TRUNCATED_SOUND, WAV_SOUND -> {
                return false;
            }
        }
        return true;
    }

    /** After half an answer: breaks it off or lets it hang. */
    static void inStream(Exchange exchange, Fault.Kind kind) throws IOException, InterruptedException {
        if (kind == Fault.Kind.STALL_IN_STREAM) {
            exchange.stall();
        } else if (kind == Fault.Kind.RESET_IN_STREAM) {
            exchange.reset();
        } else {
            exchange.cut();
        }
    }
}
