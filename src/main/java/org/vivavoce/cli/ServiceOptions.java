package org.vivavoce.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which services are asked, of every command that has a conversation. */
final class ServiceOptions {

    @Option(names = "--service", paramLabel = "NAME", description = "openai, openai-2027, local or offline (default: as set; openai with a key, offline without).")
    private @Nullable String service;

    @Option(names = "--base-url", paramLabel = "URL", description = "Address of a server that speaks the OpenAI API, for all three services.")
    private @Nullable String baseUrl;

    @Option(names = "--in-clear", description = "Let --base-url be http:// on another computer: others in the network could listen.")
    private boolean inClear;

    @Option(names = "--fail-over", description = "Let the built-in partner go on where the services stay away.")
    private boolean failOver;

    ServiceChoice choice() {
        return new ServiceChoice(service, baseUrl, inClear, failOver);
    }
}
