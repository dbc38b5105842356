package org.vivavoce.openai.testing;

/**
 * What servers of the same API do otherwise than OpenAI's; each is played when {@link Manners#play} names it. The servers named are
 * those of which it was found (November 2026).
 */
public enum ServerManner {

    ONLY_WAV_ELSE_400("takes nothing but WAV of 16 kHz, one channel; else 400",
            "whisper.cpp, Ollama"), ONLY_WAV_ELSE_415("the same, else 415"), ONLY_WAV_ELSE_500(
                    "the same, else 500"), NO_VERBOSE_JSON("refuses verbose_json with 400",
                            "llama.cpp"), PLAIN_FOR_VERBOSE_JSON("answers verbose_json with the text alone",
                                    "Ollama"), OTHER_NAMES_IN_DETAILS("names the members of verbose_json otherwise",
                                            "LocalAI"), ENGLISH_WITHOUT_LANGUAGE(
                                                    "takes everything for English unless the language is sent",
                                                    "whisper.cpp"), JSON_AS_TEXT("sends JSON as text/plain"),

    SPEECH_FIELDS_REFUSED_IN_A_LIST("refuses fields of speech it does not know with 422 and a list of them",
            "FastAPI"), SPEECH_FIELDS_REFUSED_IN_TEXT(
                    "refuses them with 400 and plain text"), SPEECH_FIELDS_REFUSED_IN_ERROR(
                            "refuses them with 400 and {error: \"…\"}"), UNKNOWN_VOICE_400(
                                    "refuses a voice with 400; lists {voices: [\"a\"]}"), UNKNOWN_VOICE_404(
                                            "refuses a voice with 404; lists {voices: [{id}]}"), UNKNOWN_VOICE_422(
                                                    "refuses a voice with 422; lists [\"a\"]"), UNKNOWN_VOICE_IN_DATA(
                                                            "refuses a voice with 400; lists {data: [{voice_id}]}"), UNKNOWN_VOICE_WITHOUT_LIST(
                                                                    "refuses a voice with 400 and has no list"), SPEECH_AS_BYTES(
                                                                            "sends speech as application/octet-stream"), WAV_OF_SIZE_ZERO(
                                                                                    "sends WAV in place of MP3, its sizes 0"), WAV_OF_SIZE_UNKNOWN(
                                                                                            "sends WAV in place of MP3, its sizes 0xFFFFFFFF"),

    UNKNOWN_PATHS_AS_200("answers paths it does not have with 200 and {error: \"Unexpected endpoint…\"}",
            "LM Studio"), UNKNOWN_PATHS_AS_404("answers them with 404 and {detail: \"Not Found\"}",
                    "FastAPI"), ERROR_IN_OBJECT("says what is wrong in {error: {message}}",
                            "OpenAI"), ERROR_IN_TEXT_MEMBER("says it in {error: \"…\"}", "Ollama"), ERROR_IN_DETAIL(
                                    "says it in {detail: \"…\"}",
                                    "FastAPI"), ERROR_IN_PLAIN_TEXT("says it in plain text"), LOADS_A_MODEL_FIRST(
                                            "loads a model at the first call"), ONE_AT_A_TIME(
                                                    "takes one request at a time"),

    THINKS_IN_TAGS("writes <think>…</think> before the reply"), THINKS_WITHOUT_END(
            "comes to the limit within its thoughts"), REASONING_CONTENT(
                    "sends thoughts as reasoning_content"), REASONING(
                            "sends thoughts as reasoning"), MARKDOWN_AND_EMOJI("writes markdown and emoji"), NO_USAGE(
                                    "tells no usage"), NO_DONE("ends a stream without [DONE]"), COMMENTS(
                                            "sends comments to keep the stream alive"), CARRIAGE_RETURNS(
                                                    "ends lines with CR LF"), NO_SPACE_AFTER_DATA(
                                                            "writes data: without a space"), FINISHES_WITH_EOS(
                                                                    "gives the finish reason eos before the last chunk, which has none"), DONE_WITHOUT_FINISH(
                                                                            "gives no finish reason, but [DONE]"), EMPTY_FINISH_REASONS(
                                                                                    "gives an empty finish reason with each chunk"), CONTENT_NULL(
                                                                                            "sends content: null in the first and the last chunk"),

    TOOLS_REFUSED("refuses tools with 400", "Ollama"), TOOL_CALLS_AS_TEXT(
            "writes calls of tools into the text as <tool_call>…</tool_call>", "llama.cpp"), TOOL_CALLS_WITHOUT_IDS(
                    "sends a call whole, without an index and an id"), TOOL_ARGUMENTS_AS_OBJECT(
                            "sends the arguments of a call as an object", "Ollama"), TOOL_CALLS_FINISH_WITH_STOP(
                                    "gives the finish reason stop with calls");

    private final String does;
    private final String seenAt;

    ServerManner(String does) {
        this(does, "");
    }

    ServerManner(String does, String seenAt) {
        this.does = does;
        this.seenAt = seenAt;
    }

    /** What such a server does, for a table. */
    public String does() {
        return does;
    }

    /** Of which servers that is known; empty where it is no single one's. */
    public String seenAt() {
        return seenAt;
    }
}
