package io.genai.sessions.web.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.genai.sessions.web.data.FilterParameters;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.explorer.ExplorerView;
import io.genai.sessions.web.shared.BlobImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typical images of style clusters; a click leads to all of a cluster's prompts. */
final class ClusterStrip extends Div {

  /**
   * @param clusters in the order in which to show them
   * @param images blob keys by cluster
   */
  ClusterStrip(List<String> clusters, Map<String, List<String>> images, Filters filters) {
    addClassName("clusters");
    for (String cluster : clusters) {
      if (images.containsKey(cluster)) {
        Div pictures = new Div();
        pictures.addClassName("cluster-images");
        images.get(cluster).forEach(key -> pictures.add(new BlobImage(Optional.of(key), "")));
        RouterLink link = new RouterLink();
        link.setRoute(ExplorerView.class);
        link.setQueryParameters(
            new QueryParameters(FilterParameters.print(filters.with("style_cluster", cluster))));
        link.add(pictures, new Span("Cluster " + cluster));
        link.addClassName("cluster");
        link.getElement().setAttribute("aria-label", "Prompts of style cluster " + cluster);
        add(link);
      }
    }
  }
}
