package io.genai.sessions.models.hub;

/**
 * What the hub says of a file before it is fetched.
 *
 * @param commit which the revision stands for now
 * @param etag names the content: SHA-256 of a large file, git's SHA-1 of a small one
 * @param size in bytes
 */
record RemoteFile(String commit, String etag, long size) {}
