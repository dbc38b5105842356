package org.vivavoce.openai.testing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Tells when espeak-ng begins each word of a text, which its program does not tell. The names and numbers are those of its public header
 * {@code speak_lib.h}. Thread-safe: one text at a time.
 */
@SuppressWarnings("restricted") // native calls
final class EspeakLibrary {

    private static final String FILE = "libespeak-ng.so.1";
    private static final int SYNCHRONOUS = 2; // AUDIO_OUTPUT_SYNCHRONOUS
    private static final int RETURN_ON_FAILURE = 0x8000; // espeakINITIALIZE_DONT_EXIT
    private static final int RATE = 1; // espeakRATE, words a minute
    private static final int BY_CHARACTER = 1; // POS_CHARACTER
    private static final int UTF_8 = 1; // espeakCHARS_UTF8
    private static final int NO_MORE = 0; // espeakEVENT_LIST_TERMINATED
    private static final int WORD = 1; // espeakEVENT_WORD
    private static final long EVENT_BYTES = 40;
    private static final long TYPE_AT = 0;
    private static final long CHARACTER_AT = 8;
    private static final long MILLIS_AT = 16;

    /**
     * A word begins.
     *
     * @param character the index of its first code point in the text
     * @param millis    since the sound's beginning
     */
    record Begins(int character, int millis) {}

    /** What the library calls with each piece of sound and what begins in it. */
    @FunctionalInterface
    interface Callback {
        int take(MemorySegment sound, int samples, MemorySegment events);
    }

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library = SymbolLookup.libraryLookup(FILE, Arena.global());
    private final List<Begins> words = new ArrayList<>();

    EspeakLibrary() {
        int rate = (int) call("espeak_Initialize", JAVA_INT, SYNCHRONOUS, 0, MemorySegment.NULL, RETURN_ON_FAILURE);
        if (rate <= 0) {
            throw new IllegalStateException("espeak-ng's library does not start");
        }
        call("espeak_SetSynthCallback", null, callback());
    }

    private MemorySegment callback() {
        try {
            MethodHandle taking = MethodHandles.lookup().findVirtual(Callback.class, "take",
                    MethodType.methodType(int.class, MemorySegment.class, int.class, MemorySegment.class));
            Callback callback = (sound, samples, events) -> take(events);
            return linker.upcallStub(taking.bindTo(callback),
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS),
                    Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private int take(MemorySegment events) {
        MemorySegment all = events.reinterpret(Long.MAX_VALUE);
        for (long at = 0; all.get(JAVA_INT, at + TYPE_AT) != NO_MORE; at += EVENT_BYTES) {
            if (all.get(JAVA_INT, at + TYPE_AT) == WORD) {
                words.add(new Begins(all.get(JAVA_INT, at + CHARACTER_AT) - 1, all.get(JAVA_INT, at + MILLIS_AT)));
            }
        }
        return 0; // go on
    }

    /** The words of a text as a voice says them, in their order. */
    synchronized List<Begins> words(String voice, int wordsPerMinute, String text) {
        words.clear();
        try (Arena arena = Arena.ofConfined()) {
            call("espeak_SetVoiceByName", JAVA_INT, arena.allocateFrom(voice));
            call("espeak_SetParameter", JAVA_INT, RATE, wordsPerMinute, 0);
            long bytes = text.getBytes(StandardCharsets.UTF_8).length + 1L;
            call("espeak_Synth", JAVA_INT, arena.allocateFrom(text), bytes, 0, BY_CHARACTER, 0, UTF_8,
                    MemorySegment.NULL, MemorySegment.NULL);
            call("espeak_Synchronize", JAVA_INT);
        }
        return List.copyOf(words);
    }

    private Object call(String function, @Nullable MemoryLayout result, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer number -> JAVA_INT;
                case Long number -> JAVA_LONG;
                default -> ADDRESS;
            };
        }
        FunctionDescriptor descriptor = result == null
                ? FunctionDescriptor.ofVoid(layouts)
                : FunctionDescriptor.of(result, layouts);
        try {
            return linker.downcallHandle(library.findOrThrow(function), descriptor).invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(function + " failed", e);
        }
    }
}
