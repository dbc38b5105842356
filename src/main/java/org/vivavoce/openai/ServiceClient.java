package org.vivavoce.openai;

import com.openai.client.OpenAIClient;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;

/**
 * What the three adapters share: the SDK's client, made at the first call, the optional fields this service takes, and the turning of
 * failures. Thread-safe.
 */
final class ServiceClient {

    private final ServiceEndpoint endpoint;
    private final HttpTransport transport;
    private final OptionalFields optionalFields;
    private final ErrorTranslation errors;
    private final Stage stage;
    private @Nullable OpenAIClient sdk; // guarded by this

    /**
     * Nothing is asked yet.
     *
     * @param optional fields that may be left out when the service refuses them, see {@link OptionalFields}
     * @param memory   knows which it refused before
     */
    ServiceClient(Stage stage, ServiceEndpoint endpoint, HttpTransport transport, List<String> optional,
            ServerMemory memory) {
        this.stage = stage;
        this.endpoint = endpoint;
        this.transport = transport;
        this.optionalFields = new OptionalFields(optional, memory, ServerMemory.Service.of(endpoint, stage));
        this.errors = new ErrorTranslation(stage, endpoint);
    }

    /** One try of a request, up to the point where it can no longer be sent again. */
    @FunctionalInterface
    interface Attempt<T> {
        T send(OpenAIClient sdk, OptionalFields.Choice fields) throws IOException, ServiceException;
    }

    /** What a refusal means that only the adapter can tell. */
    @FunctionalInterface
    interface Refusals {
        Optional<ServiceException> of(HttpFailure refused);
    }

    String model() {
        return endpoint.model();
    }

    /** The optional fields that the service is known to refuse. */
    Set<String> leftOut() {
        return optionalFields.refused();
    }

    OpenCall open(Cancellation cancellation) {
        return transport.open(cancellation);
    }

    /**
     * Sends a request; when the service refuses it for an optional field, sends it again without that field.
     *
     * @param said texts of the request that must not appear in a failure's sentence
     */
    <T> T send(OpenCall call, Collection<String> said, Attempt<T> attempt) throws ServiceException {
        return send(call, said, attempt, refused -> Optional.empty());
    }

    /**
     * The same.
     *
     * @param refusals is asked first what a refusal means
     */
    <T> T send(OpenCall call, Collection<String> said, Attempt<T> attempt, Refusals refusals) throws ServiceException {
        OptionalFields.Choice fields = optionalFields.choose();
        while (true) {
            try {
                stopIfCancelled(call);
                T result = attempt.send(sdk(), fields);
                stopIfCancelled(call);
                fields.accepted();
                return result;
            } catch (HttpFailure refused) {
                stopIfCancelled(call);
                if (!fields.leaveOutWhatIsNamedBy(refused)) {
                    throw meant(refused, said, refusals, call);
                }
            } catch (IOException | RuntimeException e) {
                throw failed(e, call);
            }
        }
    }

    private ServiceException meant(HttpFailure refused, Collection<String> said, Refusals refusals, OpenCall call)
            throws ServiceException {
        Optional<ServiceException> meant = refusals.of(refused);
        stopIfCancelled(call); // the adapter may have asked the service
        return meant.isPresent() ? meant.get() : errors.of(refused, said);
    }

    /** The failure that an exception stands for; cancelled, when the call is. */
    ServiceException failed(Exception failure, OpenCall call) {
        boolean onPurpose = call.isCancelled() || transport.isClosed() || Thread.currentThread().isInterrupted();
        return onPurpose || failure instanceof CallCancelled ? errors.cancelled() : errors.of(failure);
    }

    ServiceException badReply(String what) {
        return errors.badReply(what);
    }

    /** Throws when the call was cancelled, however far it got. */
    void stopIfCancelled(OpenCall call) throws ServiceException {
        if (call.isCancelled() || transport.isClosed()) {
            throw errors.cancelled();
        }
    }

    private synchronized OpenAIClient sdk() throws ServiceException {
        if (!endpoint.keyIsSendable()) {
            throw new ServiceException.KeyRefused(stage, null);
        }
        if (endpoint.needsLeave()) {
            throw new ServiceException.NotEncrypted(stage, endpoint.host());
        }
        Optional<String> url = endpoint.url();
        if (url.isEmpty()) {
            throw new ServiceException.NoNetwork(stage, endpoint.host(), null);
        }
        OpenAIClient made = sdk;
        if (made == null) {
            made = transport.client(url.get(), endpoint.sentKey());
            sdk = made;
        }
        return made;
    }
}
