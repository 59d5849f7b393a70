// %% [markdown]
// # placeholder
// %%
System.out.println("hello <3");
// %% [markdown]
// now try
