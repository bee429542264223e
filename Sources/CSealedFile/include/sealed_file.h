#ifndef SEALED_FILE_H
#define SEALED_FILE_H

#include <stddef.h>

/* Makes a file in memory that holds these bytes and that nobody can change any more.
 *
 * `name` is what the system calls it where it lists what a program has loaded. Returns the file's descriptor, or -1 where
 * the system has no such files or no memory for it. */
int copydesk_sealed_file(const char *name, const void *bytes, size_t count);

#endif
