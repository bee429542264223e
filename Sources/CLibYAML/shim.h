// The public header of libyaml (Debian: libyaml-dev).
#include <yaml.h>
