package org.vivavoce.openai;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fields of a request that can be left out, and which of them this service refuses. Thread-safe. Other servers take fewer fields than
 * OpenAI and say so only when asked: a field that an error names is left out of the next try, and for good once that try succeeded;
 * the memory keeps it for later conversations. An entry {@code field=value} stands for that value of a field: it goes before the field does.
 */
final class OptionalFields {

    /** 200: some servers send an error with it. */
    private static final Set<Integer> REFUSALS = Set.of(200, 400, 422);

    private final List<String> optional;
    private final ServerMemory memory;
    private final ServerMemory.Service service;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /**
     * Begins with what is remembered.
     *
     * @param optional the first that an error names is left out first
     */
    OptionalFields(List<String> optional, ServerMemory memory, ServerMemory.Service service) {
        this.optional = List.copyOf(optional);
        this.memory = memory;
        this.service = service;
        refused.addAll(memory.refusedBy(service));
    }

    /** The fields that this service is known to refuse. */
    Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** The fields of one request; used by one thread. */
    Choice choose() {
        return new Choice();
    }

    /** Which fields one request carries. */
    final class Choice {

        private final Set<String> leftOut = new HashSet<>(refused);

        private Choice() {}

        boolean sends(String field) {
            return !leftOut.contains(field);
        }

        /** Leaves out the field that the error names; false when it names none that is still there. */
        boolean leaveOutWhatIsNamedBy(HttpFailure failure) {
            if (!REFUSALS.contains(failure.status())) {
                return false;
            }
            for (String field : optional) {
                if (sends(field) && List.of(field.split("=")).stream().anyMatch(failure.body()::names)) {
                    leftOut.add(field);
                    return true;
                }
            }
            return false;
        }

        /** The service took the request: what was left out stays out. */
        void accepted() {
            if (refused.addAll(leftOut)) { // only what is new: what is old is to grow old
                memory.keep(service, refused());
            }
        }
    }
}
