package org.vivavoce.openai;

import com.openai.models.models.Model;
import com.openai.models.models.ModelListParams;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.vivavoce.ai.Cancellation;
import org.vivavoce.ai.ServiceException;
import org.vivavoce.ai.Stage;

/** Asks a server for the list of its models, {@code GET /models}. Thread-safe; blocks. */
public final class ModelList {

    private final ServiceEndpoint server;
    private final Executor background;

    /**
     * Nothing is asked yet.
     *
     * @param server     address and key; whichever model
     * @param background runs name look-ups, which block; must not run them on the calling thread
     */
    public ModelList(ServiceEndpoint server, Executor background) {
        this.server = server;
        this.background = background;
    }

    /**
     * The models that the server says will be shut down, and when: the member {@code shutdown_date}, which few servers but OpenAI's
     * have.
     *
     * @throws ServiceException when the server cannot be asked or answers something else
     */
    public Map<String, LocalDate> ends(Cancellation cancellation) throws ServiceException {
        try (HttpTransport transport = new HttpTransport(background)) {
            ServiceClient service = new ServiceClient(Stage.CHAT, server, transport, List.of(),
                    ServerMemory.NONE);
            try (OpenCall call = service.open(cancellation)) {
                return service.send(call, List.of(), (sdk, fields) -> ends(sdk.models()
                        .list(ModelListParams.builder().putAdditionalHeader(CallControl.HEADER, call.token()).build())
                        .data()));
            }
        }
    }

    /** Reads every member as optional: other servers leave out what OpenAI always sends. */
    private static Map<String, LocalDate> ends(List<Model> models) {
        Map<String, LocalDate> ends = new TreeMap<>();
        for (Model model : models) {
            model._id().asKnown()
                    .ifPresent(id -> model._shutdownDate().asKnown().ifPresent(day -> ends.put(id, day)));
        }
        return ends;
    }
}
