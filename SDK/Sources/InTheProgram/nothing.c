/* Nothing: the API is in the program that loads the plugin. */
