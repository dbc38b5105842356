package org.vivavoce.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** {@code GET /v1/models}: what the partner can be. Any thread. */
final class ModelsEndpoint implements Endpoint {

    private final List<ModelName> models;

    ModelsEndpoint(List<ModelName> models) {
        this.models = List.copyOf(models);
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public void answer(Call call) throws IOException {
        ObjectNode list = call.json().createObjectNode().put("object", "list");
        ArrayNode data = list.putArray("data");
        models.forEach(model -> data.addObject().put("id", model.print()).put("object", "model").put("created", 0)
                .put("owned_by", "vivavoce"));
        call.reply(200, list);
    }
}
