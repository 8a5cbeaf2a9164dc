"""The web app: `speerpunt app` starts it. The pages are in views/."""

if __name__ == "__main__":  # drawing a page takes a process of its own, which imports this module: keep it light
    from views.app import main

    main()
