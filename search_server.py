"""The web server of the app: Streamlit's, with a page of ours at a wrong address. `speerpunt app` starts it."""

from starlette.middleware import Middleware
from streamlit.starlette import App

from views.warming import warm_up
from views.wrong_address import OneLevel

app = App("search_app.py", middleware=[Middleware(OneLevel)])
warm_up()
