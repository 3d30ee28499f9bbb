/** How rows meet: grouped into a fixed number of shards, packed so that few elements are moved. */
package io.genai.sessions.pipeline.shards;
